// Creates elements with texts, never with markup: what a user or a bot writes stays text.

export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "class") {
      made.className = value;
    } else if (key.startsWith("on")) {
      made.addEventListener(key.slice(2), value);
    } else if (value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export const byId = (id) => document.getElementById(id);

let ending;

export function toast(text) {
  byId("toast").textContent = text;
  clearTimeout(ending);
  ending = setTimeout(() => byId("toast").replaceChildren(), 5000);
}

/** A menu beside an element. @param entries [label, action][] */
export function popup(beside, entries) {
  const menu = byId("popup");
  const items = entries.map(([label, action]) =>
    element("button", { type: "button", role: "menuitem", onclick: () => { closePopup(); action(); } }, label));
  menu.replaceChildren(...items);
  menu.hidden = false;
  const place = beside.getBoundingClientRect();
  const box = menu.getBoundingClientRect();
  menu.style.left = Math.max(8, Math.min(place.left, innerWidth - box.width - 8)) + "px";
  menu.style.top = Math.max(8, Math.min(place.bottom, innerHeight - box.height - 8)) + "px";
  menu.onkeydown = (event) => {
    const at = items.indexOf(document.activeElement);
    if (event.key === "Escape") { closePopup(); beside.focus(); }
    if (event.key === "ArrowDown") { items[(at + 1) % items.length].focus(); event.preventDefault(); }
    if (event.key === "ArrowUp") { items[(at + items.length - 1) % items.length].focus(); event.preventDefault(); }
  };
  items[0].focus();
}

export function closePopup() {
  byId("popup").hidden = true;
}

document.addEventListener("pointerdown", (event) => {
  if (!byId("popup").contains(event.target)) closePopup();
});
