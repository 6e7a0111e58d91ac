// A message as an item of the list.

import { element } from "./dom.js";
import { rich, richWords } from "./rich.js";
import { formatted } from "./text.js";

const SERVICE = {
  new_chat_members: (m) => m.new_chat_members.map((user) => user.first_name).join(", ") + " joined",
  left_chat_member: (m) => m.left_chat_member.first_name + " left",
  forum_topic_created: (m) => "Topic: " + m.forum_topic_created.name,
  pinned_message: (m) => senderName(m) + " pinned “" + shortened(preview(m.pinned_message)) + "”",
  group_chat_created: (m) => senderName(m) + " made the group",
  supergroup_chat_created: (m) => senderName(m) + " made the group",
  channel_chat_created: (m) => senderName(m) + " made the channel",
  migrate_to_chat_id: () => "The group became a supergroup",
  migrate_from_chat_id: () => "The group became a supergroup",
};

/** About what Telegram's apps repeat of a pinned message. */
const MAX_PINNED = 40;

function shortened(text) {
  const characters = [...text];
  return characters.length <= MAX_PINNED ? text : characters.slice(0, MAX_PINNED - 1).join("") + "…";
}

export function senderName(message) {
  return (message.sender_chat || {}).title || (message.from || {}).first_name || "";
}

export function preview(message) {
  const kind = Object.keys(SERVICE).find((key) => key in message);
  if (kind) return SERVICE[kind](message);
  if (message.rich_message) return richWords(message.rich_message);
  return message.text || message.caption || (message.document ? message.document.file_name : message.photo ? "Photo" : "…");
}

/** @param on the actions: jump(id), menu(message, button), press(message, data, button), inline(query), copy(text), link, command */
export function messageItem(message, own, on) {
  const service = Object.keys(SERVICE).find((key) => key in message);
  const id = "message-" + message.message_id;
  if (service) return element("li", { class: "service", id, tabindex: "-1" }, SERVICE[service](message));
  return element("li", { class: "message" + (own ? " own" : ""), id, tabindex: "-1" },
    element("div", { class: "bubble" },
      element("div", { class: "who", dir: "auto" }, senderLine(message)),
      replyLink(message, on),
      fileLink(message),
      photo(message),
      message.rich_message ? rich(message.rich_message, on) : formatted(
        message.text || message.caption || (message.document || message.photo ? "" : "(this page can't show it)"),
        message.entities || message.caption_entities, on),
      footer(message, on)),
    keyboard(message, on));
}

function senderLine(message) {
  const via = message.via_bot ? " via @" + message.via_bot.username : "";
  const from = message.forward_origin ? " (forwarded)" : "";
  const guest = message.guest_bot_caller_user ? " (guest)" : "";
  const alone = message.receiver_user ? " (only you see this)" : "";
  return senderName(message) + via + from + guest + alone;
}

function replyLink(message, on) {
  const target = message.reply_to_message;
  if (!target || target.forum_topic_created) return null;
  const words = message.quote ? message.quote.text : preview(target);
  return element("button", { type: "button", class: "reply", onclick: () => on.jump(target.message_id) },
    element("b", { dir: "auto" }, senderName(target)),
    element("span", { dir: "auto" }, message.quote ? "“" + words + "”" : words));
}

function fileLink(message) {
  if (!message.document) return null;
  const { file_id: id, file_name: name, file_size: size } = message.document;
  return element("a", { class: "document", href: "/playground/file?id=" + encodeURIComponent(id), download: name },
    element("span", { "aria-hidden": "true" }, "↓"), name + " (" + Math.ceil(size / 1024) + " kB)");
}

/** The largest size of the picture. The caption stands below, so that the picture itself needs no other words. */
function photo(message) {
  if (!message.photo) return null;
  const { file_id: id, width, height } = message.photo.at(-1);
  return element("img", { class: "photo", src: "/playground/file?id=" + encodeURIComponent(id), width, height, alt: message.caption || "Photo" });
}

function footer(message, on) {
  const time = new Date(message.date * 1000);
  const menu = element("button", { type: "button", class: "icon", "aria-haspopup": "menu", "aria-label": "More for this message" }, "⋯");
  menu.addEventListener("click", () => on.menu(message, menu));
  const reactions = Object.entries(message.reactions || {}).map(([emoji, count]) => emoji + (count > 1 ? " " + count : "")).join(" ");
  return element("div", { class: "foot" },
    element("span", { class: "reactions" }, reactions),
    message.edit_date ? element("span", {}, "edited") : null,
    element("time", { datetime: time.toISOString() }, time.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })),
    menu);
}

function keyboard(message, on) {
  const rows = (message.reply_markup || {}).inline_keyboard;
  if (!rows) return null;
  return element("div", { class: "keys" }, ...rows.map((row) => element("div", {}, ...row.map((key) => keyboardButton(message, key, on)))));
}

function keyboardButton(message, key, on) {
  if (key.url) {
    const url = URL.canParse(key.url) ? new URL(key.url) : null;
    const safe = url && ["http:", "https:"].includes(url.protocol);
    return element("a", { href: safe ? url.href : undefined, target: "_blank", rel: "noopener noreferrer", onclick: (event) => safe && on.link(url, event) }, key.text);
  }
  const made = element("button", { type: "button" }, key.text);
  made.addEventListener("click", () => {
    if (key.callback_data !== undefined) on.press(message, key.callback_data, made);
    else if (key.copy_text) on.copy(key.copy_text.text);
    else on.inline(key.switch_inline_query_current_chat ?? key.switch_inline_query ?? "");
  });
  return made;
}
