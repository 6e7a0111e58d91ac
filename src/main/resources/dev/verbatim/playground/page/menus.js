// The menus of a message and of the open chat.

import { byId, popup, toast } from "./dom.js";
import { post } from "./server.js";
import { preview, senderName } from "./message.js";
import { chat, isMember, isOwn, state } from "./state.js";

const REACTIONS = ["👍", "👎", "❤", "🔥", "👀"];

/** @param composer as made by composer.js */
export function messageMenu(message, button, composer) {
  const id = message.message_id;
  const text = preview(message);
  const selected = String(getSelection()).trim();
  const reply = (quote) => composer.setTarget({ title: "Reply to " + senderName(message), text: quote || text, quote, message: id });
  const entries = [["Reply", () => reply("")]];
  if (selected && text.includes(selected)) entries.push(["Reply to “" + selected.slice(0, 20) + "…”", () => reply(selected)]);
  if (chat().type === "supergroup") entries.push(["Copy link", () => copy(linkTo(message))]);
  if (isOwn(message) && message.text) {
    entries.push(["Edit", () => { composer.setText(message.text); composer.setTarget({ title: "Edit", text, message: id, edit: true }); }]);
  }
  if (isOwn(message) || chat().type === "private") {
    entries.push(["Delete", () => post("delete", { person: state.person, room: state.room, message: id })]);
  }
  REACTIONS.forEach((emoji) => entries.push([emoji, () => post("react", { person: state.person, room: state.room, message: id, emoji })]));
  popup(button, entries);
}

export function chatMenu() {
  const change = (act, who) => () => post("member", { person: state.person, room: state.room, act, who });
  const entries = [["Export as result.json", () => location.assign("/playground/export?room=" + state.room)]];
  if (chat().type !== "private") {
    const { id, first_name: name } = state.bot;
    const bot = chat().members.find((member) => member.user.id === id) || { status: "left" };
    entries.push(isMember(bot) ? ["Remove " + name, change("remove", id)] : ["Add " + name, change("add", id)]);
    if (bot.status === "administrator") entries.push(["Make " + name + " a plain member", change("demote", id)]);
    if (bot.status === "member") entries.push(["Make " + name + " an administrator", change("promote", id)], ["Mute " + name, change("mute", id)]);
    if (bot.status === "restricted") entries.push(["Unmute " + name, change("demote", id)]);
  }
  popup(byId("more"), entries);
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("Copied.");
  } catch {
    toast("The browser doesn't let this page copy.");
  }
}

function linkTo(message) {
  const name = chat().username || "c/" + String(chat().id).slice(4);
  return "https://t.me/" + name + "/" + (state.topic ? state.topic + "/" : "") + message.message_id;
}
