// A message's text with its entities.

import { element } from "./dom.js";

// After these blocks the line has ended already.
const BLOCKS = ["blockquote", "expandable_blockquote", "pre"];
const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre" };

/** @param on {link(url, event), command(text)} */
export function formatted(text, entities, on) {
  const sorted = [...(entities || [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return element("div", { class: "text", dir: "auto" }, ...formatRange(text, 0, text.length, sorted, on));
}

function formatRange(text, start, end, entities, on) {
  const parts = [];
  let at = start;
  let left = entities;
  while (left.length) {
    const [outer, ...rest] = left;
    const from = Math.max(outer.offset, at);
    const to = Math.min(outer.offset + outer.length, end);
    left = rest.filter((inner) => inner.offset >= to);
    if (from >= to) continue;
    if (from > at) parts.push(text.slice(at, from));
    const inside = rest.filter((inner) => inner.offset < to);
    parts.push(wrap(outer, text.slice(from, to), formatRange(text, from, to, inside, on), on));
    at = BLOCKS.includes(outer.type) && to < end && text[to] === "\n" ? to + 1 : to;
  }
  if (at < end) parts.push(text.slice(at, end));
  return parts;
}

function wrap(entity, words, content, on) {
  switch (entity.type) {
    case "text_link": return link(entity.url, content, on);
    case "url": return link(words.includes("://") ? words : "http://" + words, content, on);
    case "email": return link("mailto:" + words, content, on);
    case "blockquote": return element("blockquote", {}, ...content);
    case "expandable_blockquote": return foldedQuote(words, content);
    case "spoiler": return spoiler(content);
    case "bot_command": return element("button", { type: "button", class: "command", onclick: () => on.command(words) }, ...content);
    case "mention":
    case "hashtag": return element("strong", {}, ...content);
    default: return element(PLAIN[entity.type] || "span", {}, ...content);
  }
}

/** Only web addresses become links; anything else stays text. */
export function link(address, content, on) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return element("span", {}, ...content);
  }
  if (!["http:", "https:", "mailto:"].includes(url.protocol)) return element("span", {}, ...content);
  return element("a", {
    href: url.href, target: "_blank", rel: "noopener noreferrer", title: url.href,
    onclick: (event) => on.link(url, event),
  }, ...content);
}

export function foldedQuote(words, content) {
  const inner = element("div", { class: "inner" }, ...content);
  const quote = element("blockquote", {}, inner);
  if (words.length > 220 || words.split("\n").length > 3) {
    quote.classList.add("folded");
    const button = element("button", { type: "button", class: "fold", "aria-expanded": "false" }, "Show all");
    button.addEventListener("click", () => {
      const folded = quote.classList.toggle("folded");
      button.setAttribute("aria-expanded", String(!folded));
      button.textContent = folded ? "Show all" : "Show less";
    });
    quote.append(button);
  }
  return quote;
}

function spoiler(content) {
  const button = element("button", { type: "button", class: "spoiler", "aria-expanded": "false", title: "Hidden words" }, ...content);
  button.addEventListener("click", () => {
    button.classList.add("shown");
    button.setAttribute("aria-expanded", "true");
  });
  return button;
}
