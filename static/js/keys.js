// Keys for people who stay on the keyboard. They sleep while somebody types, while a dialog is open, and with
// Ctrl, Alt or Meta held. Which key does what is the server's to say: people change it in their settings.
//
//   data-key="e"          on a link, button, field or <summary>: the key presses, ticks, focuses or opens it
//   data-key-label="…"    what the help says of it (otherwise its own text)
//   data-key-inside="s"   on a field: chooses it, but only while the focus is in the same <fieldset>
//   data-list             holds items that one walks through
//   data-claims           on a list: its items are claims, so that keys for claims work on the one where one is
//   data-item             one of them; is-current marks where the reader is
//   data-open             the link of an item: gets the focus, and is what “open” follows
//   form[data-send-form]  what is sent for an item: next, assignee, to
//   <dialog id="keys">    the help: <dl data-keys-here> for the page's own keys; each [data-does] holds the key of an
//                         action on lists (data-keys-list), on their claims (data-keys-claims), or everywhere

const field = "input:not([type=hidden], [type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable], [role=textbox]";

const composing = (event) => event.isComposing || event.keyCode === 229;
const asleep = (event) =>
  event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || composing(event) ||
  event.target.closest?.(field) || document.querySelector("dialog[open]");

const shown = (element) => element.checkVisibility?.() ?? element.offsetParent !== null;
const items = () => [...document.querySelectorAll("[data-list] [data-item]")].filter(shown);
const current = () => document.querySelector("[data-list] [data-item].is-current");
const link = (item) => item?.querySelector("[data-open]");

function go(item) {
  makeCurrent(item);
  link(item)?.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

function walk(step) {
  const all = items();
  if (all.length === 0) return false;
  const at = all.indexOf(current());
  go(all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))]);
  return true;
}

// To the next claim of the list that nobody has decided, round its end.
function unreviewed() {
  const all = items();
  const from = all.indexOf(current()) + 1;
  const next = [...all.slice(from), ...all.slice(0, from)].find((item) => item.querySelector(".state--to_check, .state--checking"));
  if (next) go(next);
  return Boolean(next);
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
  return true;
}

// Sends one field for the claim where one is, and comes back to it.
function send(name, deed) {
  const form = document.querySelector("form[data-send-form]");
  const item = current();
  const page = new URLSearchParams(location.search);
  page.delete("done");
  for (const each of form.elements) each.disabled = !["csrf", "next", name].includes(each.name);
  form.elements.next.value = `${location.pathname}${page.size ? `?${page}` : ""}${item.id ? `#${item.id}` : ""}`;
  form.action = `${link(item).pathname}/${deed}`;
  form.requestSubmit();
  return true;
}

// Opens the claim where one is with a key pressed on its page.
function openWith(key) {
  const target = new URL(link(current()).href);
  target.searchParams.set("press", key);
  location.assign(target);
  return true;
}

function act(does, key) {
  switch (does) {
    case "help": return help();
    case "next": return walk(1);
    case "previous": return walk(-1);
    case "open": return link(current()) ? press(link(current())) : false;
    case "tick": {
      const box = current()?.querySelector("input[type=checkbox]");
      return box ? press(box) : false;
    }
    case "tick_range": return Boolean(current()?.dispatchEvent(new CustomEvent("item:range", { bubbles: true })));
    case "unreviewed": return unreviewed();
    case "take": return send("assignee", "assign");
    case "send": return send("to", "transition");
    default: return openWith(key);
  }
}

// The action of a key, as far as it has a meaning where one is.
function actionOf(key) {
  const here = (cap) => {
    if (cap.closest("[data-keys-list]")) return items().length > 0;
    const claims = cap.closest("[data-keys-claims]");
    if (!claims) return true;
    const list = cap.dataset.does === "unreviewed" ? document.querySelector("[data-claims]") : current()?.closest("[data-claims]");
    return Boolean(list);
  };
  return [...document.querySelectorAll("#keys [data-does]")].find((cap) => cap.textContent === key && here(cap))?.dataset.does;
}

function label(element) {
  return element.dataset.keyLabel || element.getAttribute("aria-label") ||
    element.labels?.[0]?.textContent || element.textContent;
}

function help() {
  const dialog = document.getElementById("keys");
  const here = dialog?.querySelector("[data-keys-here]");
  if (!here || dialog.open) return false;
  here.replaceChildren();
  const told = new Set([""]);
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
  for (const part of dialog.querySelectorAll("[data-keys-claims]")) part.hidden = !document.querySelector("[data-claims]");
  dialog.showModal();
  return true;
}

const labelled = (attribute, key, within = document) =>
  [...within.querySelectorAll(`[${attribute}="${CSS.escape(key)}"]`)].find((found) => !found.disabled);

document.addEventListener("keydown", (event) => {
  if (asleep(event) || [...event.key].length !== 1) return;
  const inside = event.target.closest?.("fieldset");
  const choice = inside && labelled("data-key-inside", event.key, inside);
  const element = choice || labelled("data-key", event.key);
  const does = element ? null : actionOf(event.key);
  // A key held down walks on; whatever else it does, it does once.
  if (event.repeat && does !== "next" && does !== "previous") return;
  if (element ? press(element) : does && act(does, event.key)) event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  if (composing(event) || document.querySelector("dialog[open]")) return;
  // Escape leaves a field, so that the keys wake up again.
  if (event.key === "Escape" && event.target.matches?.(field)) event.target.blur();
  const form = event.target.form;
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.repeat || !form || !event.target.matches("textarea, input")) return;
  event.preventDefault();
  const sends = event.shiftKey && form.querySelector("button[name=then][value=send]");
  form.requestSubmit(sends || form.querySelector("button[type=submit]") || undefined);
});

document.addEventListener("focusin", (event) => {
  const item = event.target.closest?.("[data-list] [data-item]");
  if (item) makeCurrent(item);
  // A field for a key is written over, not added to.
  if (event.target.matches?.("[data-key-field]")) event.target.select();
});

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-keys-help]")) help();
  // An open menu closes on a click elsewhere.
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});

// A key that a list sent along presses what can be pressed without changing anything on the desk.
function begin() {
  const address = new URL(location);
  const key = address.searchParams.get("press");
  if (key) {
    address.searchParams.delete("press");
    history.replaceState(null, "", address);
    const element = labelled("data-key", key);
    if (element?.matches("[type=radio], summary")) press(element);
  }
  const aimed = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (aimed && aimed.matches("tr[data-item], li.piece[data-item]")) go(aimed);
}
begin();
