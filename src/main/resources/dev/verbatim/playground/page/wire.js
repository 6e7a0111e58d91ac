// The requests to the server, and its events.

import { toast } from "./dom.js";

export async function ask(path) {
  const response = await fetch("/playground/" + path);
  return response.json();
}

/** Posts an action; when it is refused, shows why and returns null. */
export async function act(path, body) {
  return answered(await fetch("/playground/" + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  }));
}

export async function upload(file, where) {
  const query = new URLSearchParams({ name: file.name, ...where });
  return answered(await fetch("/playground/upload?" + query, {
    method: "POST",
    headers: { "Content-Type": file.type || "application/octet-stream" },
    body: file,
  }));
}

async function answered(response) {
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
export function listen(told, again) {
  const source = new EventSource("/playground/events");
  let opened = false;
  source.onmessage = (event) => told(JSON.parse(event.data));
  source.onopen = () => {
    if (opened) again();
    opened = true;
  };
}
