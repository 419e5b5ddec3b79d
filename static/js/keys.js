// Keys for people who stay on the keyboard. They sleep while somebody types, while a dialog is open, and with
// Ctrl, Alt or Meta held.
//
//   data-key="e"          on a link, button, field or <summary>: the key presses, ticks, focuses or opens it
//   data-key-label="…"    what the help says of it (otherwise its own text)
//   data-list             holds items that j and k walk through
//   data-item             one of them; is-current marks where the reader is
//   data-open             the link of an item that j and k focus and o opens
//   <dialog id="keys">    the help, with a <dl data-keys-here> for the page's own keys

const field = "input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable]";

const asleep = (event) =>
  event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing ||
  event.target.closest?.(field) || document.querySelector("dialog[open]");

const shown = (element) => element.checkVisibility?.() ?? element.offsetParent !== null;
const items = () => [...document.querySelectorAll("[data-list] [data-item]")].filter(shown);
const current = () => document.querySelector("[data-list] [data-item].is-current");

function walk(step) {
  const all = items();
  if (all.length === 0) return false;
  const at = all.indexOf(current());
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step));
  makeCurrent(all[next]);
  all[next].querySelector("[data-open]")?.focus({ preventScroll: true });
  all[next].scrollIntoView({ block: "nearest" });
  return true;
}

function makeCurrent(item) {
  if (item === current()) return;
  current()?.classList.remove("is-current");
  item.classList.add("is-current");
  item.dispatchEvent(new CustomEvent("item:current", { bubbles: true }));
}

function press(element) {
  const closed = element.closest("details:not([open])");
  if (closed) closed.open = true;
  if (element.matches("summary")) {
    element.parentElement.open = true;
    element.parentElement.querySelector(field)?.focus();
  } else if (element.matches(field)) {
    element.focus();
    // Who comes to a text by key goes on writing at its end.
    if (element.matches("textarea")) element.setSelectionRange(element.value.length, element.value.length);
    element.scrollIntoView({ block: "nearest" });
  } else {
    if (element.matches("[type=radio]")) element.focus();
    element.click();
  }
}

function label(element) {
  return element.dataset.keyLabel || element.getAttribute("aria-label") ||
    element.labels?.[0]?.textContent || element.textContent;
}

function help() {
  const dialog = document.getElementById("keys");
  const here = dialog?.querySelector("[data-keys-here]");
  if (!here || dialog.open) return;
  here.replaceChildren();
  const told = new Set();
  for (const element of document.querySelectorAll("[data-key]")) {
    const key = element.dataset.key;
    if (told.has(key)) continue;
    told.add(key);
    const term = document.createElement("dt");
    const cap = document.createElement("kbd");
    const keys = document.createElement("dd");
    // The key itself, where it is shown on a button, is no part of what the button says.
    term.textContent = label(element).replace(/\s+/g, " ").trim().replace(new RegExp(`\\s+${key.replace(/\W/g, "\\$&")}$`, "i"), "");
    cap.textContent = key;
    keys.append(cap);
    here.append(term, keys);
  }
  for (const part of dialog.querySelectorAll("[data-keys-list]")) part.hidden = items().length === 0;
  dialog.showModal();
}

document.addEventListener("keydown", (event) => {
  if (asleep(event)) return;
  const element = [...document.querySelectorAll(`[data-key="${CSS.escape(event.key)}"]`)].find((found) => !found.disabled);
  if (element) press(element);
  else if (event.key === "?") help();
  else if (event.key === "j") { if (!walk(1)) return; }
  else if (event.key === "k") { if (!walk(-1)) return; }
  else if (event.key === "o") {
    const link = current()?.querySelector("[data-open]");
    if (!link) return;
    link.click();
  } else if (event.key === "x") {
    const box = current()?.querySelector("input[type=checkbox]");
    if (!box) return;
    box.click();
  } else return;
  event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  // Escape leaves a field, so that the keys wake up again.
  if (event.key === "Escape" && event.target.matches?.(field) && !document.querySelector("dialog[open]")) event.target.blur();
});

document.addEventListener("focusin", (event) => {
  const item = event.target.closest?.("[data-list] [data-item]");
  if (item) makeCurrent(item);
});

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-keys-help]")) help();
  // An open menu closes on a click elsewhere.
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});
