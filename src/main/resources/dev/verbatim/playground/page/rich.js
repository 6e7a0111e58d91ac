// A rich message: its blocks as headings, lists and quotations.

import { element } from "./dom.js";
import { foldedQuote, link } from "./text.js";

/** @param on {link(url, event)} */
export function rich(message, on) {
  return element("div", { class: "text rich", dir: message.is_rtl ? "rtl" : "auto" }, ...blocks(message.blocks, on));
}

/** The words of all blocks, for where there is room for a line only. */
export function richWords(message) {
  return (message.blocks || []).map(blockWords).join(" ");
}

function blockWords(block) {
  const items = (block.items || []).map(richWords);
  return [words(block.summary), words(block.text), richWords(block), ...items, words(block.credit)].filter((part) => part).join(" ");
}

function words(text) {
  if (Array.isArray(text)) return text.map(words).join("");
  return typeof text === "string" ? text : text ? words(text.text) : "";
}

function blocks(list, on) {
  return (list || []).map((block) => blockElement(block, on));
}

function blockElement(block, on) {
  switch (block.type) {
    case "heading": return element("h" + Math.min(6, block.size + 1), { dir: "auto" }, ...inline(block.text, on));
    case "list": return element("ul", {}, ...block.items.map((item) => element("li", {}, ...blocks(item.blocks, on))));
    case "blockquote": return element("blockquote", {}, ...blocks(block.blocks, on), credit(block, on));
    case "expandable_blockquote": return element("div", {}, foldedQuote(words(block.text), inline(block.text, on)), credit(block, on));
    case "details": return element("details", { open: block.is_open }, element("summary", {}, ...inline(block.summary, on)), ...blocks(block.blocks, on));
    case "divider": return element("hr");
    default: return element("p", { dir: "auto" }, ...inline(block.text, on));
  }
}

function credit(block, on) {
  return block.credit ? element("cite", { dir: "auto" }, ...inline(block.credit, on)) : null;
}

function inline(text, on) {
  if (Array.isArray(text)) return text.flatMap((part) => inline(part, on));
  if (typeof text === "string") return [text];
  if (!text) return [];
  const content = inline(text.text, on);
  switch (text.type) {
    case "url": return [link(text.url, content, on)];
    case "bold": return [element("strong", {}, ...content)];
    case "italic": return [element("em", {}, ...content)];
    case "code": return [element("code", {}, ...content)];
    default: return [element("span", {}, ...content)];
  }
}
