// Shows updates and calls as they happen, and injects faults.

import { byId, element, toast } from "./dom.js";
import { post } from "./server.js";
import { state } from "./state.js";

const MAXIMUM = 300;

export function createInspector() {
  const traffic = byId("traffic");
  let lastTime = 0;
  const show = (open) => {
    byId("inspector").hidden = !open;
    document.body.classList.toggle("inspecting", open);
    byId("inspect").setAttribute("aria-expanded", String(open));
  };
  byId("inspect").addEventListener("click", () => show(byId("inspector").hidden));
  byId("inspect-end").addEventListener("click", () => { show(false); byId("inspect").focus(); });
  byId("clear").addEventListener("click", () => traffic.replaceChildren());
  byId("clear-faults").addEventListener("click", async () => {
    if (await post("fault", { when: "never" })) toast("All faults are cleared.");
  });
  byId("restart").addEventListener("click", async (event) => {
    event.target.disabled = true;
    if (await post("restart", {})) toast("The bot runs again.");
    event.target.disabled = false;
  });
  byId("fault-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const fault = { method: byId("fault-method").value, fault: byId("fault-kind").value, when: byId("fault-when").value };
    if (await post("fault", fault)) toast("Fault set: " + fault.method + ".");
  });
  for (const setting of ["privacy", "rates", "inline", "guest", "ephemeral", "rich", "blocked"]) {
    byId("set-" + setting).addEventListener("change", (event) =>
      post("settings", { setting, on: event.target.checked, person: state.person }));
  }
  return {
    add(entry) {
      lastTime = Math.max(lastTime, Date.parse(entry.at));
      if (isEmptyPoll(entry) && !byId("polls").checked) return;
      traffic.prepend(trafficItem(entry));
      while (traffic.children.length > MAXIMUM) traffic.lastElementChild.remove();
    },
    /** Adds what is newer than what was added before. */
    addMissed(entries) {
      const since = lastTime;
      entries.filter((entry) => Date.parse(entry.at) > since).forEach((entry) => this.add(entry));
    },
    showSettings(bot) {
      byId("set-privacy").checked = !bot.can_read_all_group_messages;
      byId("set-inline").checked = bot.supports_inline_queries;
      byId("set-guest").checked = bot.supports_guest_queries;
    },
  };
}

function isEmptyPoll(entry) {
  return entry.method === "getUpdates" && entry.answer.ok && entry.answer.result.length === 0;
}

function trafficItem(entry) {
  const time = new Date(entry.at).toLocaleTimeString();
  const { type, at, ...shown } = entry;
  return element("li", {},
    element("details", {},
      element("summary", {}, element("span", { class: "dim" }, time), ...heading(entry)),
      element("pre", { tabindex: "0" }, JSON.stringify(shown.update || shown, null, 2))));
}

function heading(entry) {
  if (entry.type === "update") {
    const kind = Object.keys(entry.update).find((key) => key !== "update_id");
    return [element("span", {}, "↓ " + kind), element("span", { class: "dim" }, "#" + entry.update.update_id)];
  }
  const good = entry.answer.ok === true;
  const outcome = good ? entry.millis + " ms" : String(entry.answer.error_code || "no answer");
  return [element("span", {}, "↑ " + entry.method), element("span", { class: good ? "dim" : "bad" }, outcome)];
}
