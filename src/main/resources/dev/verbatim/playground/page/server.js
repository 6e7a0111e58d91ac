// The requests to the server, and its events.

import { toast } from "./dom.js";

export async function getJson(path) {
  const response = await fetch("/playground/" + path);
  return response.json();
}

/** Posts an action; when it is refused, shows why and returns null. */
export async function post(path, body) {
  return accepted(await fetch("/playground/" + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  }));
}

export async function upload(file, where) {
  const query = new URLSearchParams({ name: file.name, ...where });
  return accepted(await fetch("/playground/upload?" + query, {
    method: "POST",
    headers: { "Content-Type": file.type || "application/octet-stream" },
    body: file,
  }));
}

async function accepted(response) {
  if (response.ok) return response.json();
  const text = await response.text();
  try {
    toast(JSON.parse(text).problem);
  } catch {
    toast("That didn't work (" + response.status + ").");
  }
  return null;
}

/** Subscribes to all events from now on. */
export function subscribe(onEvent, onReconnect) {
  const source = new EventSource("/playground/events");
  let opened = false;
  source.onmessage = (event) => onEvent(JSON.parse(event.data));
  source.onopen = () => {
    if (opened) onReconnect();
    opened = true;
  };
}
