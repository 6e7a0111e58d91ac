// The field to write in, with its menus of commands and inline results, replying and editing.

import { byId, element, toast } from "./dom.js";
import { getJson, post } from "./server.js";
import { chat, state } from "./state.js";

const INLINE_DELAY_MILLIS = 350;

/** @param awaitAnswer (queryId) => Promise of the bot's answer */
export function createComposer(awaitAnswer) {
  const field = byId("words");
  const menu = optionMenu(field);
  let target = null;
  let timer;
  let lastRequest = 0;

  const suggestCommands = async (typed, all) => {
    const request = ++lastRequest;
    const commands = await getJson("commands?" + new URLSearchParams({ person: state.person, room: state.room }));
    if (request !== lastRequest) return;
    const name = chat().type === "private" ? "" : "@" + state.bot.username;
    menu.show(commands.filter((command) => all || ("/" + command.command).startsWith(typed.toLowerCase()))
      .map((command) => ({ title: "/" + command.command, about: command.description, choose: () => setText("/" + command.command + name + " ") })));
    if (all && !commands.length) toast("The bot hasn't set any commands here.");
  };

  const suggestInlineResults = async (query) => {
    const request = ++lastRequest;
    const { person, room } = state;
    const asked = await post("inline", { person, room, query, offset: "" });
    if (!asked) return;
    const { results } = await awaitAnswer(asked.query);
    if (request !== lastRequest) return;
    menu.show(results.map((result) => ({
      title: result.title || result.id, about: result.description,
      choose: () => { setText(""); post("pick", { person, room, query: asked.query, result: result.id }); },
    })));
  };

  const resize = () => { field.style.height = "auto"; field.style.height = field.scrollHeight + 2 + "px"; };

  const onInput = () => {
    resize();
    clearTimeout(timer);
    const typed = field.value;
    const mention = "@" + state.bot.username + " ";
    if (typed.toLowerCase().startsWith(mention.toLowerCase())) {
      timer = setTimeout(() => suggestInlineResults(typed.slice(mention.length)), INLINE_DELAY_MILLIS);
    } else if (/^\/\w*$/.test(typed)) {
      suggestCommands(typed, false);
    } else {
      lastRequest++;
      menu.close();
    }
  };

  const setText = (text) => { field.value = text; onInput(); field.focus(); };

  /** @param next the message that is replied to or edited: {title, text, message, quote, edit}; null for none */
  const setTarget = (next) => {
    target = next;
    byId("target").hidden = !next;
    byId("target-title").textContent = next ? next.title : "";
    byId("target-text").textContent = next ? next.text.slice(0, 120) : "";
    if (next) field.focus();
  };

  const reset = () => { setTarget(null); menu.close(); };

  const send = async (text) => {
    if (!text.trim()) return;
    const { person, room, topic } = state;
    const { edit = false, message = 0, quote = "" } = target || {};
    reset();
    lastRequest++;
    field.value = "";
    resize();
    const body = { person, room, topic, text };
    const sent = edit ? await post("edit", { ...body, message }) : await post("write", { ...body, replyTo: message, quote });
    if (!sent) field.value = text;
  };

  byId("composer").addEventListener("submit", (event) => { event.preventDefault(); send(field.value); });
  byId("menu").addEventListener("click", () => { field.focus(); suggestCommands("/", true); });
  byId("target-cancel").addEventListener("click", () => { setTarget(null); field.focus(); });
  field.addEventListener("input", onInput);
  field.addEventListener("keydown", (event) => {
    if (menu.handleKey(event)) return;
    if (event.key === "Escape") reset();
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(field.value); }
  });

  return { send, setText, setTarget, reset };
}

/** The menu above the field, chosen from by mouse or keyboard. */
function optionMenu(field) {
  const list = byId("choices");
  let options = [];
  let selected = -1;

  const close = () => { list.hidden = true; options = []; selected = -1; field.removeAttribute("aria-activedescendant"); };

  const select = (index) => {
    selected = index;
    [...list.children].forEach((child, i) => child.setAttribute("aria-selected", String(i === index)));
    if (index >= 0) {
      field.setAttribute("aria-activedescendant", "choice-" + index);
      list.children[index].scrollIntoView({ block: "nearest" });
    }
  };

  const choose = (index) => {
    const option = options[index];
    close();
    option.choose();
    field.focus();
  };

  /** @param next {title, about, choose}[] */
  const show = (next) => {
    options = next;
    list.replaceChildren(...next.map((option, i) =>
      element("div", { role: "option", id: "choice-" + i, "aria-selected": "false", onclick: () => choose(i) },
        element("strong", {}, option.title), element("span", { class: "dim" }, option.about || ""))));
    list.hidden = next.length === 0;
    select(next.length ? 0 : -1);
  };

  const handleKey = (event) => {
    if (list.hidden || !options.length) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) select((selected + step + options.length) % options.length);
    else if (["Enter", "Tab"].includes(event.key) && selected >= 0) choose(selected);
    else return false;
    event.preventDefault();
    return true;
  };

  return { show, close, handleKey };
}
