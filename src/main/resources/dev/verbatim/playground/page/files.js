// Files from the pickers, or dropped anywhere on the page: articles, and exported chats.

import { byId, toast } from "./dom.js";
import { upload } from "./server.js";
import { state } from "./state.js";

/** @param on {openEditor(), openImported(chatId)} */
export function bindFiles(on) {
  for (const id of ["article", "log"]) {
    byId(id).addEventListener("change", (event) => takeFiles(event.target.files, on).then(() => { event.target.value = ""; }));
  }
  byId("file").addEventListener("change", async (event) => {
    await sendFiles(event.target.files);
    event.target.value = "";
  });
  const highlight = (dropping) => document.body.classList.toggle("dropping", dropping);
  document.addEventListener("dragover", (event) => { event.preventDefault(); highlight(true); });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) highlight(false); });
  document.addEventListener("drop", (event) => { event.preventDefault(); highlight(false); takeFiles(event.dataTransfer.files, on); });
}

/** @param extensions of the files that the bot takes as articles */
export function showAcceptedFiles(extensions) {
  const sorted = extensions.map((extension) => "." + extension).sort();
  byId("extensions").textContent = sorted.join(", ");
  byId("article").accept = sorted.join(",");
  byId("file").accept = [...sorted, ".json"].join(",");
}

/** Sends articles as the editor, and makes groups of exported chats. */
async function takeFiles(files, on) {
  const isChat = (file) => file.name.toLowerCase().endsWith(".json");
  const articles = [...files].filter((file) => !isChat(file));
  for (const file of [...files].filter(isChat)) await importChat(file, on);
  if (!articles.length) return;
  on.openEditor();
  await sendFiles(articles);
}

/** Sends files into the open chat. */
async function sendFiles(files) {
  const { person, room, topic } = state;
  for (const file of files) await upload(file, { person, room, topic });
}

async function importChat(file, on) {
  const response = await fetch("/playground/import", { method: "POST", headers: { "Content-Type": "application/json" }, body: file });
  const imported = await response.json().catch(() => ({ problem: "That is no result.json of Telegram Desktop." }));
  if (response.ok) await on.openImported(imported.room);
  else toast(imported.problem || "That didn't work.");
}
