// The list of the chosen user's chats, with the topics of forums.

import { byId, element } from "./dom.js";
import { preview } from "./message.js";
import { isShown, isVisible, state, titleOf } from "./state.js";

/** @param open (chatId, topicId) opens a chat */
export function showChatList(open) {
  const entries = [...state.rooms.values()].filter(isVisible).flatMap((room) => room.is_forum
    ? [{ room, topic: 0, name: room.title }, ...room.topics.map((topic) => ({ room, topic: topic.id, name: topic.name, isTopic: true }))]
    : [{ room, topic: 0, name: titleOf(room) }]);
  byId("rooms").replaceChildren(...entries.map((entry) => chatEntry(entry, open)));
}

function chatEntry({ room, topic, name, isTopic }, open) {
  const isOpen = room.id === state.room && topic === state.topic;
  const messages = [...room.messages.values()].filter((message) => isShown(message) && (!room.is_forum || (message.message_thread_id || 0) === topic));
  const last = messages.at(-1);
  return element("li", {},
    element("button", { type: "button", class: isTopic ? "topic" : "", "aria-current": String(isOpen), "data-room": room.id, "data-topic": topic, onclick: () => open(room.id, topic) },
      room.unread && !isTopic ? element("span", { class: "count" }, String(room.unread), element("span", { class: "hidden" }, " unread")) : null,
      element("span", { class: "name", dir: "auto" }, (isTopic ? "# " : "") + name),
      element("span", { class: "last dim", dir: "auto" }, last ? preview(last) : room.type === "private" ? "Ask the bot" : "")));
}
