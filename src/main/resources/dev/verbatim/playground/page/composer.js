// The field to write in, with its menus of commands and inline results, replying and editing.

import { byId, element, toast } from "./dom.js";
import { act, ask, upload } from "./wire.js";

const PAUSE = 350;

/** @param here () => {person, room, topic}; @param answer (queryId) => Promise of a bot's answer; @param bot () => bot */
export function composer(here, answer, bot) {
  const words = byId("words");
  const choices = byId("choices");
  let about = null;
  let options = [];
  let chosen = -1;
  let waiting;
  let turn = 0;

  const close = () => { choices.hidden = true; options = []; chosen = -1; words.removeAttribute("aria-activedescendant"); };

  const select = (at) => {
    chosen = at;
    [...choices.children].forEach((child, i) => child.setAttribute("aria-selected", String(i === at)));
    if (at >= 0) {
      words.setAttribute("aria-activedescendant", "choice-" + at);
      choices.children[at].scrollIntoView({ block: "nearest" });
    }
  };

  const offer = (list) => {
    options = list;
    choices.replaceChildren(...list.map((option, i) =>
      element("div", { role: "option", id: "choice-" + i, "aria-selected": "false", onclick: () => take(i) },
        element("strong", {}, option.title), element("span", { class: "dim" }, option.about || ""))));
    choices.hidden = list.length === 0;
    select(list.length ? 0 : -1);
  };

  const take = (at) => {
    const option = options[at];
    close();
    option.take();
    words.focus();
  };

  const commands = async (typed, all) => {
    const { person, room } = here();
    const mine = ++turn;
    const list = await ask("commands?" + new URLSearchParams({ person, room: room.id }));
    if (mine !== turn) return;
    const name = room.type === "private" ? "" : "@" + bot().username;
    offer(list.filter((command) => all || ("/" + command.command).startsWith(typed.toLowerCase()))
      .map((command) => ({ title: "/" + command.command, about: command.description, take: () => set("/" + command.command + name + " ") })));
    if (all && !list.length) toast("The bot hasn't set any commands here.");
  };

  const inline = async (query) => {
    const { person, room } = here();
    const mine = ++turn;
    const asked = await act("inline", { person, room: room.id, query, offset: "" });
    if (!asked) return;
    const results = (await answer(asked.query)).results;
    if (mine !== turn) return;
    offer(results.map((result) => ({
      title: result.title || result.id, about: result.description,
      take: () => { set(""); act("pick", { person: here().person, room: here().room.id, query: asked.query, result: result.id }); },
    })));
  };

  const grow = () => { words.style.height = "auto"; words.style.height = words.scrollHeight + 2 + "px"; };

  const changed = () => {
    grow();
    clearTimeout(waiting);
    const typed = words.value;
    const start = "@" + bot().username + " ";
    if (typed.toLowerCase().startsWith(start.toLowerCase())) {
      waiting = setTimeout(() => inline(typed.slice(start.length)), PAUSE);
    } else if (/^\/\w*$/.test(typed)) {
      commands(typed, false);
    } else {
      turn++;
      close();
    }
  };

  const set = (text) => { words.value = text; changed(); words.focus(); };

  const setAbout = (next) => {
    about = next;
    byId("about").hidden = !next;
    byId("about-what").textContent = next ? next.what : "";
    byId("about-words").textContent = next ? next.words.slice(0, 120) : "";
  };

  const send = async (text) => {
    if (!text.trim()) return;
    const { person, room, topic } = here();
    const target = about;
    setAbout(null);
    close();
    turn++;
    words.value = "";
    grow();
    const body = { person, room: room.id, topic, text };
    const sent = target && target.edit
      ? await act("edit", { ...body, message: target.message })
      : await act("write", { ...body, replyTo: target ? target.message : 0, quote: target ? target.quote : "" });
    if (!sent) words.value = text;
  };

  byId("composer").addEventListener("submit", (event) => { event.preventDefault(); send(words.value); });
  byId("menu").addEventListener("click", () => { words.focus(); commands("/", true); });
  byId("about-not").addEventListener("click", () => { setAbout(null); words.focus(); });
  byId("file").addEventListener("change", async (event) => {
    const { person, room, topic } = here();
    for (const file of event.target.files) await upload(file, { person, room: room.id, topic });
    event.target.value = "";
  });
  words.addEventListener("input", changed);
  words.addEventListener("keydown", (event) => {
    if (!choices.hidden && options.length) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) { select((chosen + step + options.length) % options.length); event.preventDefault(); return; }
      if ((event.key === "Enter" || event.key === "Tab") && chosen >= 0) { take(chosen); event.preventDefault(); return; }
    }
    if (event.key === "Escape") { close(); setAbout(null); }
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(words.value); }
  });

  return { send, set, setAbout, reset() { setAbout(null); close(); } };
}
