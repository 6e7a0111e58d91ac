// The page: the list of chats, the open chat, and the chosen user.

import { byId, closePopup, element, toast } from "./dom.js";
import { getJson, post, subscribe } from "./server.js";
import { messageItem } from "./message.js";
import { chatMenu, copy, messageMenu } from "./menus.js";
import { createComposer } from "./composer.js";
import { showChatList } from "./chatlist.js";
import { bindFiles, showAcceptedFiles } from "./files.js";
import { createInspector } from "./inspector.js";
import { createSuggestions } from "./suggestions.js";
import { chat, isByBot, isInTopic, isMember, isOwn, isShown, isVisible, person, replaceState, state, titleOf } from "./state.js";

const CHAT_ACTION_MILLIS = 5000;
const ANSWER_TIMEOUT_MILLIS = 10000;

const queryAnswers = new Map();
const earlyEvents = [];
let ready = false;
let chatActionTimer;

const composer = createComposer(awaitAnswer);
const inspector = createInspector();
const suggestions = createSuggestions((text) => composer.send(text));

/** A bot's answer to a button press or an inline query, which may arrive before the query's id. */
function awaitAnswer(query) {
  return new Promise((resolve) => {
    if (queryAnswers.has(query)) resolve(queryAnswers.get(query));
    queryAnswers.set(query, resolve);
  });
}

// ——— events ———

function onEvent(event) {
  if (!ready) { earlyEvents.push(event); return; }
  switch (event.type) {
    case "posted": onMessageSent(event); break;
    case "edited": onMessageEdited(event); break;
    case "removed": onMessageDeleted(event); break;
    case "acting": onChatAction(event); break;
    case "answered": onQueryAnswered(event.query, event.answer); break;
    case "room": onChatChanged(event.room); break;
    case "bot": onBotChanged(event.bot); break;
    case "suggestions": state.suggestions = event.questions; suggestions.render(); break;
    case "update":
    case "call": inspector.add(event); break;
    default: break;
  }
}

function onMessageSent({ room: id, message }) {
  const room = state.rooms.get(id);
  if (!room) return;
  if (room.messages.has(message.message_id)) { onMessageEdited({ room: id, message }); return; }
  room.messages.set(message.message_id, message);
  if (id === state.room && isInTopic(message)) {
    const atEnd = isAtEnd();
    byId("messages").append(renderMessage(message));
    if (isByBot(message)) hideChatAction();
    renderWelcome();
    suggestions.reset();
    if (atEnd || isOwn(message)) scrollToEnd();
  } else if (isVisible(room) && isShown(message)) {
    room.unread = (room.unread || 0) + 1;
  }
  renderChatList();
}

function onMessageEdited({ room: id, message }) {
  const room = state.rooms.get(id);
  if (!room) return;
  room.messages.set(message.message_id, message);
  const old = id === state.room ? byId("message-" + message.message_id) : null;
  if (old) old.replaceWith(renderMessage(message));
  if (id === state.room) suggestions.render();
  renderChatList();
}

function onMessageDeleted({ room: id, message }) {
  const room = state.rooms.get(id);
  if (!room) return;
  room.messages.delete(message);
  if (id === state.room) byId("message-" + message)?.remove();
  renderChatList();
}

function onChatAction({ room: id, action }) {
  if (id !== state.room) return;
  byId("chat-action").textContent = state.bot.first_name + (action === "typing" ? " is typing…" : " is working…");
  clearTimeout(chatActionTimer);
  chatActionTimer = setTimeout(hideChatAction, CHAT_ACTION_MILLIS);
}

function hideChatAction() {
  byId("chat-action").textContent = "";
}

function onQueryAnswered(query, answer) {
  const waiting = queryAnswers.get(query);
  if (typeof waiting === "function") waiting(answer);
  else queryAnswers.set(query, answer);
}

function onChatChanged(changed) {
  const known = state.rooms.get(changed.id);
  state.rooms.set(changed.id, { ...changed, messages: known ? known.messages : new Map(), unread: known ? known.unread : 0 });
  renderChatList();
  if (changed.id === state.room) renderHeader();
}

async function onBotChanged(bot) {
  state.bot = bot;
  inspector.showSettings(bot);
  state.people = (await getJson("state")).people;
  renderWelcome();
}

// ——— rendering ———

const isAtEnd = () => {
  const area = byId("log-area");
  return area.scrollHeight - area.scrollTop - area.clientHeight < 120;
};

const scrollToEnd = () => { byId("log-area").scrollTop = byId("log-area").scrollHeight; };

function renderMessage(message) {
  return messageItem(message, isOwn(message), {
    jump: (id) => jumpToMessage(state.room, id),
    menu: (target, button) => messageMenu(target, button, composer),
    press: pressButton,
    copy,
    inline: (query) => composer.setText("@" + state.bot.username + " " + query),
    link: followLink,
    command: (text) => composer.send(text),
  });
}

const renderChatList = () => showChatList(openChat);

function renderHeader() {
  const topic = chat().topics.find((one) => one.id === state.topic);
  byId("title").textContent = titleOf(chat()) + (topic ? " # " + topic.name : "");
  byId("subtitle").textContent = chat().type === "private" ? "bot" : chat().members.filter(isMember).map((member) => member.user.first_name).join(", ");
}

function renderWelcome() {
  const empty = chat().type === "private" && chat().messages.size === 0;
  byId("welcome").hidden = !empty;
  if (!empty) return;
  byId("welcome").replaceChildren(person().about || "Ask the bot something.", element("br"),
    element("button", { type: "button", id: "start", onclick: () => composer.send("/start") }, "Start"));
}

// ——— actions ———

function openChat(id, topic = 0) {
  state.room = id;
  state.topic = topic;
  document.body.dataset.view = "chat";
  hideChatAction();
  composer.reset();
  renderChat();
  suggestions.reset();
  scrollToEnd();
}

/** @param known the messages that are shown already, whose items stay when nothing has changed */
function renderChat(known = new Map()) {
  const shown = [...chat().messages.values()].filter(isInTopic);
  const isSame = (message) => JSON.stringify(known.get(message.message_id)) === JSON.stringify(message);
  const items = shown.map((message) => (isSame(message) && byId("message-" + message.message_id)) || renderMessage(message));
  byId("messages").replaceChildren(...items);
  chat().unread = 0;
  renderHeader();
  renderWelcome();
  renderChatList();
}

/** Shows what happened while the stream of events was lost. Who writes, what is half written, the open reply and the place in the chat stay. */
async function restore() {
  ready = false;
  try {
    const known = chat().messages;
    const all = await loadState();
    inspector.addMissed(all.journal);
    if (chat() && isVisible(chat())) showMissed(known);
    else openChat(state.person);
  } finally {
    handleEarlyEvents();
  }
}

function showMissed(known) {
  const area = byId("log-area");
  const { scrollTop } = area;
  const atEnd = isAtEnd();
  renderChat(known);
  suggestions.render();
  area.scrollTop = scrollTop;
  if (atEnd) scrollToEnd();
}

function handleEarlyEvents() {
  ready = true;
  earlyEvents.splice(0).forEach(onEvent);
}

function switchUser(id) {
  state.person = id;
  byId("persona").value = String(id);
  byId("set-blocked").checked = false;
  const stays = chat() && chat().type !== "private" && isVisible(chat());
  openChat(stays ? state.room : id, stays ? state.topic : 0);
}

async function pressButton(message, data, button) {
  button.setAttribute("aria-busy", "true");
  const pressed = await post("press", { person: state.person, room: state.room, message: message.message_id, data });
  if (pressed) {
    const timeout = new Promise((resolve) => setTimeout(resolve, ANSWER_TIMEOUT_MILLIS, { text: "The bot doesn't answer." }));
    showAnswer(await Promise.race([awaitAnswer(pressed.query), timeout]));
  }
  button.removeAttribute("aria-busy");
}

function showAnswer({ text, show_alert: alert, url }) {
  if (url && URL.canParse(url)) {
    followLink(new URL(url), new Event("press"));
  } else if (text && alert) {
    byId("alert-text").textContent = text;
    byId("alert").showModal();
  } else if (text) {
    toast(text);
  }
}

/** Follows links to messages and to the bot within the page. */
function followLink(url, event) {
  if (url.hostname !== "t.me") return;
  const parts = url.pathname.split("/").filter(Boolean);
  const name = parts[0] === "c" ? parts[1] : parts[0];
  const room = [...state.rooms.values()].find((one) => parts[0] === "c" ? String(one.id) === "-100" + name : one.username === name && one.type !== "private");
  event.preventDefault();
  if (room) {
    jumpToMessage(room.id, Number(parts.at(-1)));
  } else if (name.toLowerCase() === state.bot.username.toLowerCase()) {
    openChat(state.person);
    if (url.searchParams.has("start")) composer.send("/start " + url.searchParams.get("start"));
  } else {
    toast("That link leads to Telegram: " + url.href);
  }
}

function jumpToMessage(id, messageId) {
  const room = state.rooms.get(id);
  const message = room?.messages.get(messageId);
  if (!message || !isVisible(room)) { toast("That message isn't here."); return; }
  const topic = room.is_forum ? message.message_thread_id || 0 : 0;
  if (id !== state.room || topic !== state.topic) openChat(id, topic);
  const target = byId("message-" + messageId);
  target.scrollIntoView({ block: "center" });
  target.classList.add("flash");
  target.focus({ preventScroll: true });
  setTimeout(() => target.classList.remove("flash"), 1700);
}

// ——— startup ———

function setTheme(name) {
  document.documentElement.dataset.theme = name;
  localStorage.setItem("theme", name);
}

function bindControls() {
  setTheme(localStorage.getItem("theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  byId("theme").addEventListener("click", () => setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
  byId("persona").addEventListener("change", (event) => switchUser(Number(event.target.value)));
  byId("back").addEventListener("click", () => { document.body.dataset.view = "rooms"; byId("rooms").querySelector("button")?.focus(); });
  byId("more").addEventListener("click", chatMenu);
  bindFiles({
    openEditor: () => {
      const editor = state.people.find((one) => one.editor);
      switchUser(editor.id);
      openChat(editor.id);
    },
    openImported: async (id) => { await loadState(); openChat(id); },
  });
  document.addEventListener("scroll", closePopup, true);
}

async function loadState() {
  const all = await getJson("state");
  replaceState(all);
  byId("api").textContent = all.api;
  showAcceptedFiles(all.extensions);
  byId("persona").replaceChildren(...all.people.map((one) =>
    element("option", { value: one.id }, one.first_name + (one.editor ? " (editor)" : "") + " · " + one.language_code)));
  if (state.person) byId("persona").value = String(state.person);
  inspector.showSettings(all.bot);
  return all;
}

async function start() {
  bindControls();
  subscribe(onEvent, restore);
  const all = await loadState();
  inspector.addMissed(all.journal);
  switchUser(state.people[1].id);
  handleEarlyEvents();
  document.body.dataset.ready = "true";
}

start();
