// The page: the list of chats, the open chat, and the chosen user.

import { byId, closePopup, element, popup, toast } from "./dom.js";
import { act, ask, listen, upload } from "./wire.js";
import { item, sender, short } from "./message.js";
import { composer } from "./composer.js";
import { inspector } from "./inspector.js";

const ACTING_MILLIS = 5000;
const REACTIONS = ["👍", "👎", "❤", "🔥", "👀"];

const state = { bot: {}, people: [], rooms: new Map(), suggestions: [], person: 0, room: 0, topic: 0 };
const answers = new Map();
const early = [];
let ready = false;
let actingEnds;

const room = () => state.rooms.get(state.room);
const person = () => state.people.find((one) => one.id === state.person);
const writing = composer(() => ({ person: state.person, room: room(), topic: state.topic }), answer, () => state.bot);
const inspecting = inspector(() => state.person);

/** A bot's answer to a button press or an inline query, which may arrive before the query's id. */
function answer(query) {
  return new Promise((resolve) => {
    if (answers.has(query)) resolve(answers.get(query));
    answers.set(query, resolve);
  });
}

function answered(query, given) {
  const waiting = answers.get(query);
  if (typeof waiting === "function") waiting(given);
  else answers.set(query, given);
}

// ——— events ———

function told(event) {
  if (!ready) { early.push(event); return; }
  switch (event.type) {
    case "posted": posted(event); break;
    case "edited": edited(event); break;
    case "removed": removed(event); break;
    case "acting": acting(event); break;
    case "answered": answered(event.query, event.answer); break;
    case "room": roomChanged(event.room); break;
    case "bot": botChanged(event.bot); break;
    case "suggestions": state.suggestions = event.questions; suggestions(); break;
    case "update":
    case "call": inspecting.note(event); break;
    default: break;
  }
}

function posted({ room: id, message }) {
  const where = state.rooms.get(id);
  if (!where) return;
  where.messages.set(message.message_id, message);
  if (id === state.room && isHere(message)) {
    const atEnd = isAtEnd();
    byId("messages").append(shown(message));
    if (isBot(message)) stopActing();
    if (atEnd || isOwn(message)) toEnd();
    welcome();
  } else if (isSeen(where)) {
    where.unread = (where.unread || 0) + 1;
  }
  rooms();
}

function edited({ room: id, message }) {
  const where = state.rooms.get(id);
  if (!where) return;
  where.messages.set(message.message_id, message);
  const old = id === state.room ? byId("message-" + message.message_id) : null;
  if (old) old.replaceWith(shown(message));
  rooms();
}

function removed({ room: id, message }) {
  const where = state.rooms.get(id);
  if (!where) return;
  where.messages.delete(message);
  if (id === state.room) byId("message-" + message)?.remove();
  rooms();
}

function acting({ room: id, action }) {
  if (id !== state.room) return;
  byId("acting").textContent = state.bot.first_name + (action === "typing" ? " is typing…" : " is working…");
  clearTimeout(actingEnds);
  actingEnds = setTimeout(stopActing, ACTING_MILLIS);
}

function stopActing() {
  byId("acting").textContent = "";
}

function roomChanged(changed) {
  const known = state.rooms.get(changed.id);
  state.rooms.set(changed.id, { ...changed, messages: known ? known.messages : new Map(), unread: known ? known.unread : 0 });
  rooms();
  if (changed.id === state.room) head();
}

async function botChanged(bot) {
  state.bot = bot;
  inspecting.bot(bot);
  state.people = (await ask("state")).people;
  welcome();
}

// ——— rendering ———

const isBot = (message) => (message.from || {}).id === state.bot.id;
const isOwn = (message) => (message.from || {}).id === state.person;
const isHere = (message) => !room().is_forum || (message.message_thread_id || 0) === state.topic;
const isSeen = (where) => where.type === "private"
  ? where.id === state.person
  : where.members.some((member) => member.user.id === state.person && !["left", "kicked"].includes(member.status));

const isAtEnd = () => {
  const area = byId("log-area");
  return area.scrollHeight - area.scrollTop - area.clientHeight < 120;
};

const toEnd = () => { byId("log-area").scrollTop = byId("log-area").scrollHeight; };

function shown(message) {
  return item(message, isOwn(message), {
    jump: (id) => jump(state.room, id),
    menu: messageMenu,
    press,
    copy,
    inline: (query) => writing.set("@" + state.bot.username + " " + query),
    link: follow,
    command: (words) => writing.send(words),
  });
}

function titleOf(where) {
  return where.type === "private" ? state.bot.first_name : where.title;
}

function rooms() {
  const list = [...state.rooms.values()].filter(isSeen).flatMap((where) => where.is_forum
    ? [{ where, topic: 0, name: where.title }, ...where.topics.map((topic) => ({ where, topic: topic.id, name: topic.name, inside: true }))]
    : [{ where, topic: 0, name: titleOf(where) }]);
  byId("rooms").replaceChildren(...list.map(entry));
}

function entry({ where, topic, name, inside }) {
  const here = where.id === state.room && topic === state.topic;
  const messages = [...where.messages.values()].filter((one) => !where.is_forum || (one.message_thread_id || 0) === topic);
  const last = messages.at(-1);
  return element("li", {},
    element("button", { type: "button", class: inside ? "topic" : "", "aria-current": String(here), "data-room": where.id, "data-topic": topic, onclick: () => open(where.id, topic) },
      where.unread && !inside ? element("span", { class: "count" }, String(where.unread), element("span", { class: "hidden" }, " unread")) : null,
      element("span", { dir: "auto" }, (inside ? "# " : "") + name),
      element("span", { class: "last dim", dir: "auto" }, last ? short(last) : where.type === "private" ? "Ask the bot" : "")));
}

function head() {
  const topic = room().topics.find((one) => one.id === state.topic);
  byId("title").textContent = titleOf(room()) + (topic ? " # " + topic.name : "");
  byId("subtitle").textContent = room().type === "private" ? "bot" : room().members.filter((one) => !["left", "kicked"].includes(one.status)).map((one) => one.user.first_name).join(", ");
}

function welcome() {
  const empty = room().type === "private" && room().messages.size === 0;
  byId("welcome").hidden = !empty;
  if (!empty) return;
  byId("welcome").replaceChildren(person().about || "Ask the bot something.", element("br"),
    element("button", { type: "button", id: "start", onclick: () => writing.send("/start") }, "Start"));
}

function suggestions() {
  const offered = room().type === "private" ? state.suggestions : [];
  byId("suggestions").replaceChildren(...offered.map((question) =>
    element("button", { type: "button", onclick: () => writing.send(question) }, question)));
}

function open(id, topic = 0) {
  state.room = id;
  state.topic = topic;
  room().unread = 0;
  document.body.dataset.view = "chat";
  stopActing();
  head();
  byId("messages").replaceChildren(...[...room().messages.values()].filter(isHere).map(shown));
  welcome();
  suggestions();
  rooms();
  writing.reset();
  toEnd();
}

function be(id) {
  state.person = id;
  byId("persona").value = String(id);
  byId("set-blocked").checked = false;
  const now = room();
  open(now && now.type !== "private" && isSeen(now) ? now.id : id, now && now.type !== "private" && isSeen(now) ? state.topic : 0);
}

// ——— actions ———

async function press(message, data, button) {
  button.setAttribute("aria-busy", "true");
  const asked = await act("press", { person: state.person, room: state.room, message: message.message_id, data });
  if (asked) {
    const late = new Promise((resolve) => setTimeout(resolve, 10000, { text: "The bot doesn't answer." }));
    const { text, show_alert: alert, url } = await Promise.race([answer(asked.query), late]);
    if (url && URL.canParse(url)) {
      follow(new URL(url), new Event("press"));
    } else if (text && alert) {
      byId("alert-text").textContent = text;
      byId("alert").showModal();
    } else if (text) {
      toast(text);
    }
  }
  button.removeAttribute("aria-busy");
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("Copied.");
  } catch {
    toast("The browser doesn't let this page copy.");
  }
}

function linkTo(message) {
  const where = room().username || "c/" + String(room().id).slice(4);
  return "https://t.me/" + where + "/" + (state.topic ? state.topic + "/" : "") + message.message_id;
}

/** Follows links to messages and to the bot within the page. */
function follow(url, event) {
  if (url.hostname !== "t.me") return;
  const parts = url.pathname.split("/").filter(Boolean);
  const name = parts[0] === "c" ? parts[1] : parts[0];
  const where = [...state.rooms.values()].find((one) => parts[0] === "c" ? String(one.id) === "-100" + name : one.username === name && one.type !== "private");
  event.preventDefault();
  if (where) {
    jump(where.id, Number(parts.at(-1)));
  } else if (name.toLowerCase() === state.bot.username.toLowerCase()) {
    open(state.person);
    if (url.searchParams.has("start")) writing.send("/start " + url.searchParams.get("start"));
  } else {
    toast("That link leads to Telegram: " + url.href);
  }
}

function jump(id, messageId) {
  const where = state.rooms.get(id);
  const message = where?.messages.get(messageId);
  if (!message || !isSeen(where)) { toast("That message isn't here."); return; }
  const topic = where.is_forum ? message.message_thread_id || 0 : 0;
  if (id !== state.room || topic !== state.topic) open(id, topic);
  const target = byId("message-" + messageId);
  target.scrollIntoView({ block: "center" });
  target.classList.add("flash");
  target.focus({ preventScroll: true });
  setTimeout(() => target.classList.remove("flash"), 1700);
}

function messageMenu(message, button) {
  const id = message.message_id;
  const words = short(message);
  const selected = String(getSelection()).trim();
  const reply = (quote) => { writing.setAbout({ what: "Reply to " + sender(message), words: quote || words, quote, message: id }); byId("words").focus(); };
  const entries = [["Reply", () => reply("")]];
  if (selected && words.includes(selected)) entries.push(["Reply to “" + selected.slice(0, 20) + "…”", () => reply(selected)]);
  if (room().type === "supergroup") entries.push(["Copy link", () => copy(linkTo(message))]);
  if (isOwn(message) && message.text) {
    entries.push(["Edit", () => { writing.set(message.text); writing.setAbout({ what: "Edit", words, message: id, edit: true }); }]);
  }
  if (isOwn(message) || room().type === "private") {
    entries.push(["Delete", () => act("delete", { person: state.person, room: state.room, message: id })]);
  }
  REACTIONS.forEach((emoji) => entries.push([emoji, () => act("react", { person: state.person, room: state.room, message: id, emoji })]));
  popup(button, entries);
}

function roomMenu() {
  const change = (what, who) => () => act("member", { person: state.person, room: state.room, act: what, who });
  const entries = [["Export as result.json", () => location.assign("/playground/export?room=" + state.room)]];
  if (room().type !== "private") {
    const how = room().members.find((one) => one.user.id === state.bot.id)?.status || "left";
    const bot = state.bot.id;
    const name = state.bot.first_name;
    if (["left", "kicked"].includes(how)) entries.push(["Add " + name, change("add", bot)]);
    else entries.push(["Remove " + name, change("remove", bot)]);
    if (how === "administrator") entries.push(["Make " + name + " a plain member", change("demote", bot)]);
    if (how === "member") entries.push(["Make " + name + " an administrator", change("promote", bot)], ["Mute " + name, change("mute", bot)]);
    if (how === "restricted") entries.push(["Unmute " + name, change("demote", bot)]);
  }
  popup(byId("more"), entries);
}

async function article(files) {
  const editor = state.people.find((one) => one.editor);
  be(editor.id);
  open(editor.id);
  for (const file of files) await upload(file, { person: editor.id, room: editor.id });
}

async function bringIn(file) {
  const response = await fetch("/playground/import", { method: "POST", headers: { "Content-Type": "application/json" }, body: file });
  const made = await response.json().catch(() => ({ problem: "That is no result.json of Telegram Desktop." }));
  if (!response.ok) { toast(made.problem || "That didn't work."); return; }
  await load();
  open(made.room);
}

// ——— startup ———

function theme(name) {
  document.documentElement.dataset.theme = name;
  localStorage.setItem("theme", name);
}

function arrange() {
  theme(localStorage.getItem("theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  byId("theme").addEventListener("click", () => theme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
  byId("persona").addEventListener("change", (event) => be(Number(event.target.value)));
  byId("back").addEventListener("click", () => { document.body.dataset.view = "rooms"; byId("rooms").querySelector("button")?.focus(); });
  byId("more").addEventListener("click", roomMenu);
  byId("article").addEventListener("change", (event) => article(event.target.files).then(() => { event.target.value = ""; }));
  byId("log").addEventListener("change", (event) => bringIn(event.target.files[0]).then(() => { event.target.value = ""; }));
  const drop = byId("drop");
  for (const kind of ["dragover", "drop"]) document.addEventListener(kind, (event) => event.preventDefault());
  drop.addEventListener("dragover", () => drop.classList.add("over"));
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => { drop.classList.remove("over"); article(event.dataTransfer.files); });
  document.addEventListener("scroll", closePopup, true);
}

async function load() {
  const all = await ask("state");
  state.bot = all.bot;
  state.people = all.people;
  state.suggestions = all.suggestions;
  state.rooms = new Map(all.rooms.map((one) => [one.id, { ...one, messages: new Map(one.messages.map((message) => [message.message_id, message])) }]));
  byId("api").textContent = all.api;
  byId("persona").replaceChildren(...all.people.map((one) =>
    element("option", { value: one.id }, one.first_name + (one.editor ? " (editor)" : "") + " · " + one.language_code)));
  inspecting.bot(all.bot);
  return all;
}

async function begin() {
  arrange();
  listen(told, async () => { await load(); open(state.rooms.has(state.room) ? state.room : state.person, state.topic); });
  const all = await load();
  all.journal.forEach((entry) => inspecting.note(entry));
  be(state.people[1].id);
  ready = true;
  early.forEach(told);
  document.body.dataset.ready = "true";
}

begin();
