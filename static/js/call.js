// Offers the names of the desk's people where somebody types “@” in a text: arrows choose, Enter or Tab takes, Escape puts
// the list away. Without it a name is simply typed. Names are fetched when the first “@” is typed.
//
//   textarea[data-names="URL"]   a field that offers names, from this list of the API
//     data-names-say             what the list is called
//     data-names-found           what is read aloud when it is there; {count} is how many

const MOST = 8;
// The end of a text that begins a name: “@” at the beginning of a word, and up to three words behind it.
const BEGUN = /(?:^|[^\p{L}\p{N}_])@((?:[\p{L}\p{N}_’'.-]+ ?){0,3})$/u;

let names = null;
let open = null;

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

async function fetchNames(address) {
  const all = [];
  for (let cursor = ""; cursor !== null && all.length < 2_000;) {
    const url = new URL(address, location.href);
    if (cursor) url.searchParams.set("cursor", cursor);
    const answer = await fetch(url, { headers: { accept: "application/json" } });
    if (!answer.ok) throw new Error("no names");
    const page = await answer.json();
    all.push(...page.items.filter((one) => one.active).map((one) => one.name));
    cursor = page.next_cursor;
  }
  return all;
}

function shut() {
  if (!open) return;
  open.list.remove();
  for (const name of ["aria-controls", "aria-activedescendant", "aria-autocomplete"]) open.field.removeAttribute(name);
  open = null;
}

function point(at) {
  open.at = (at + open.found.length) % open.found.length;
  [...open.list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === open.at)));
  const option = open.list.children[open.at];
  open.field.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function take(at) {
  const { field, begun, found } = open;
  const end = field.selectionEnd;
  shut();
  field.setRangeText(`${found[at]} `, begun, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function show(field, begun, found) {
  const same = open?.field === field && open.found.join("\n") === found.join("\n");
  if (same) { open.begun = begun; return; }
  shut();
  if (found.length === 0) return;
  const list = document.createElement("ul");
  list.id = `${field.id}-names`;
  list.className = "call__names";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.namesSay);
  list.append(...found.map((name, place) => {
    const option = document.createElement("li");
    option.id = `${list.id}-${place}`;
    option.setAttribute("role", "option");
    option.textContent = name;
    option.addEventListener("mousedown", (event) => { event.preventDefault(); take(place); });
    return option;
  }));
  field.after(list);
  open = { field, begun, found, list, at: 0 };
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  point(0);
  const live = document.querySelector("[data-live]");
  if (live) live.textContent = field.dataset.namesFound.replace("{count}", found.length);
}

async function offer(field) {
  const before = field.value.slice(Math.max(0, field.selectionEnd - 120), field.selectionEnd);
  const typed = field.selectionStart === field.selectionEnd && BEGUN.exec(before)?.[1];
  if (typed === false || typed === undefined) return shut();
  names ??= fetchNames(field.dataset.names).catch(() => { names = null; return []; });
  const all = await names;
  // Something else may have been typed meanwhile.
  if (document.activeElement !== field || !field.value.slice(0, field.selectionEnd).endsWith(`@${typed}`)) return;
  const wanted = plain(typed);
  const fits = (name) => plain(name).startsWith(wanted) || plain(name).split(/\s+/u).some((word) => wanted && word.startsWith(wanted));
  // A name that stands there in full needs no list.
  const found = all.filter((name) => fits(name) && plain(name) !== wanted.trimEnd()).slice(0, MOST);
  show(field, field.selectionEnd - typed.length, found);
}

document.addEventListener("input", (event) => {
  if (event.isTrusted && event.target.matches?.("textarea[data-names]")) offer(event.target);
});

document.addEventListener("keydown", (event) => {
  if (!open || event.target !== open.field || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "ArrowDown") point(open.at + 1);
  else if (event.key === "ArrowUp") point(open.at - 1);
  else if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) take(open.at);
  else if (event.key === "Escape") shut();
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, { capture: true });

document.addEventListener("focusout", (event) => { if (open && event.target === open.field) shut(); });
document.addEventListener("live:swap", () => { if (open && !open.field.isConnected) open = null; });
