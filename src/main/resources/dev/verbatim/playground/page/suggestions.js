// The suggestions above the message field: questions to begin with, and what to do after a "no".

import { byId, element } from "./dom.js";
import { chat, isByBot, isOwn, isShown, state } from "./state.js";

/** @param send (text) sends a message */
export function createSuggestions(send) {
  const box = byId("suggestions");
  const toggle = byId("suggest");
  let chosen = null; // whether the user wants them open; null until they say so

  const nextSteps = () => [
    element("button", { type: "button", onclick: () => send("/articles") }, "/articles: what the bot has read"),
    element("button", { type: "button", onclick: () => byId("article").click() }, "Add an article about it…"),
  ];

  const render = () => {
    const messages = [...chat().messages.values()].filter(isShown);
    const isPrivate = chat().type === "private";
    const unanswered = isPrivate && isAbstention(messages.at(-1));
    const open = chosen ?? (unanswered || !messages.some(isOwn));
    const questions = isPrivate ? state.suggestions : [];
    const buttons = questions.map((question) => element("button", { type: "button", onclick: () => send(question) }, question));
    box.replaceChildren(...(unanswered ? nextSteps() : []), ...buttons);
    box.hidden = !open;
    toggle.hidden = !box.children.length;
    toggle.setAttribute("aria-expanded", String(open));
  };

  toggle.addEventListener("click", () => { chosen = box.hidden; render(); });

  return {
    render,
    /** Forgets what the user chose: something else is to be suggested now. */
    reset() { chosen = null; render(); },
  };
}

/** Whether the bot says that it has no answer: it replies to a question, and quotes nothing. */
function isAbstention(message) {
  const question = message?.reply_to_message;
  return message !== undefined && isByBot(message) && question !== undefined && isOwn(question)
    && (question.text || "").includes("?") && !question.text.startsWith("/")
    && !(message.entities || []).some((entity) => entity.type.endsWith("blockquote"));
}
