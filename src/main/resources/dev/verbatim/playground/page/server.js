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

// A stream beats every ten seconds; one that is silent for longer is dead, whatever the browser says.
const SILENCE_MILLIS = 25000;

/** Subscribes to all events from now on, and again whenever the stream is lost. */
export function subscribe(onEvent, onReconnect) {
  let source;
  let opened = false;
  let timer;
  const listen = () => {
    clearTimeout(timer);
    timer = setTimeout(connect, SILENCE_MILLIS);
  };
  const connect = () => {
    source?.close();
    source = new EventSource("/playground/events");
    source.onmessage = (event) => { listen(); onEvent(JSON.parse(event.data)); };
    source.onopen = () => {
      listen();
      if (opened) onReconnect();
      opened = true;
    };
    listen();
  };
  connect();
}
