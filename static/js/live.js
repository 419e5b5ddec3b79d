// Keeps the page up to date while others work: listens to the desk's events, fetches the page anew and exchanges the
// pieces that changed. A piece that has the focus or typed text stays as it is, with a line that says what happened.
//
//   data-stream="URL"       the events to listen to, from where the page was read; stands once on a page that is kept up to date
//     data-page="URL"       the page itself
//     data-me="ID"          who looks at it
//     data-lists            it is a list: what happens to other claims matters only now and then
//     data-says, data-says-here   what is read aloud of a change to a claim, and of another one
//   data-part="key"         a piece that may be exchanged; keys are unique on a page
//   data-parts-grow         around pieces: new ones are put in, and those that are gone are taken out
//   data-line="ID"          a line of history; its first paragraph says what happened
//   [data-live-more]        shown when something changed that can't be exchanged in place
//   <template id="live-notice">   the line beside typed text; [data-live-says] says what happened
//   [data-here]             a list of who else has the article open, filled from <template id="live-here">
//   <template id="live-here-card">   what is put on the card of a claim that somebody has open
//   <template id="live-hold-card">   the same for a claim that somebody says they are checking
//   [data-hold="URL"]       a form that says that one is checking the claim; whoever types on its page says so, too
//   <template id="live-gone">     what is put to a row that is no longer in the list
//   live:inbox              sent to the document with the count of unread lines of the inbox (see inbox.js)
//   live:swap               sent to the document when pieces were exchanged
//
// A browser opens six connections to a desk at most, so a window that nobody sees gives its stream back, and goes on from
// where it was when it is seen again: nothing is missed.

const mark = document.querySelector("[data-stream]");
const parts = (around) => new Map([...around.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]));
// What happens to a list's claims is shown soon; what may have come into it, now and then.
const INTO_A_LIST = ["assigned", "claim_added", "claim_restored", "state_changed", "article_imported", "version_added"];
const HIDDEN_FOR = 20_000;

// The pieces as the server sent them, before any script touched them.
const sent = new Map(mark ? [...parts(document)].map(([key, part]) => [key, part.outerHTML]) : []);
// Pieces that wait until nobody types in them.
const waiting = new Map();
// What happened since the page was fetched last.
let news = [];

function isTyped(field) {
  if (field.matches("[type=hidden], [data-select-one]")) return false;
  if (field.matches("[type=checkbox], [type=radio]")) return field.checked !== field.defaultChecked;
  if (field.matches("[type=file]")) return field.files.length > 0;
  if (!field.matches("select")) return field.value !== field.defaultValue;
  const meant = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
  return meant !== undefined && field.value !== meant.value;
}

const isField = (element) => element.matches("input, textarea, select, [contenteditable]");

function isBusy(part) {
  const focus = document.activeElement;
  if (part.contains(focus) && isField(focus)) return true;
  const picked = getSelection();
  if (picked && !picked.isCollapsed && picked.containsNode(part, true)) return true;
  return part.querySelector("[data-draft-refused]") !== null || [...part.querySelectorAll("input, textarea, select")].some(isTyped);
}

// The same link or button in a new piece.
function alike(element, part) {
  if (element.id) return part.querySelector(`#${CSS.escape(element.id)}`);
  const same = (other) => other.textContent.trim() === element.textContent.trim() && other.getAttribute("href") === element.getAttribute("href");
  return [...part.querySelectorAll(element.tagName)].find(same);
}

function exchange(old, fresh) {
  const part = document.importNode(fresh, true);
  const focus = old.contains(document.activeElement) && document.activeElement;
  for (const name of old.classList) if (name.startsWith("is-") && !["is-fresh", "is-gone"].includes(name)) part.classList.add(name);
  const [was, is] = [old, part].map((one) => [...one.querySelectorAll("details")]);
  if (was.length === is.length) was.forEach((box, place) => { is[place].open = box.open; });
  const box = old.querySelector("[data-select-one]");
  if (box?.checked && part.querySelector("[data-select-one]")) part.querySelector("[data-select-one]").checked = true;
  old.replaceWith(part);
  if (focus) alike(focus, part)?.focus({ preventScroll: true });
  part.classList.add("is-fresh");
  setTimeout(() => part.classList.remove("is-fresh"), 3_000);
}

function note(part, says) {
  const there = part.querySelector("[data-live-notice]");
  const notice = there ?? document.getElementById("live-notice").content.firstElementChild.cloneNode(true);
  notice.querySelector("[data-live-says]").textContent = says;
  if (there) return;
  const head = part.querySelector(":scope > .section__head, :scope > h2");
  if (head) head.after(notice);
  else part.prepend(notice);
}

// A row that is no longer in its list stays where it is, and says so.
function leave(row) {
  if (row.querySelector("[data-live-gone]")) return;
  row.classList.add("is-gone");
  (row.querySelector(".table__under, .piece__about") ?? row).append(document.getElementById("live-gone").content.cloneNode(true));
}

// Puts a new piece behind the one that is before it; false where that is nowhere.
function place(fresh) {
  const list = fresh.closest("[data-parts-grow]") && document.querySelector("[data-parts-grow]");
  if (!list) return false;
  const part = document.importNode(fresh, true);
  let before = fresh.previousElementSibling;
  while (before && !list.querySelector(`:scope > [data-part="${CSS.escape(before.dataset.part ?? "")}"]`)) before = before.previousElementSibling;
  const after = before && list.querySelector(`:scope > [data-part="${CSS.escape(before.dataset.part)}"]`);
  if (after) after.after(part);
  else list.prepend(part);
  return true;
}

const fill = (pattern, change) => pattern.replace("{who}", change.actor_name).replace("{number}", change.claim_number ?? "");

// What the newest change of somebody else is, in words.
function told(page) {
  const change = news.findLast((one) => one.actor?.id !== mark.dataset.me);
  if (!change) return "";
  const line = page.querySelector(`[data-line="${CSS.escape(change.event_id)}"] p`);
  return line?.textContent.trim() || fill(change.claim_number ? mark.dataset.says : mark.dataset.saysHere, change);
}

function say(words) {
  const live = document.querySelector("[data-live]");
  if (live && words && !("lists" in mark.dataset)) live.textContent = words;
}

function bring(page) {
  const [here, there] = [parts(document), parts(page)];
  const words = told(page);
  let [more, swapped] = [false, false];
  for (const [key, fresh] of there) {
    const old = here.get(key);
    if (!old) {
      if (place(fresh)) swapped = true;
      else more = true;
    } else if (fresh.outerHTML !== sent.get(key)) {
      if (isBusy(old)) {
        waiting.set(key, fresh);
        if (words) note(old, words);
      } else {
        exchange(old, fresh);
        waiting.delete(key);
        swapped = true;
      }
    }
    sent.set(key, fresh.outerHTML);
  }
  for (const [key, old] of here) {
    if (there.has(key)) continue;
    if (old.closest("[data-parts-grow]") && !isBusy(old)) old.remove();
    else if ("lists" in mark.dataset && old.matches("[data-item]")) leave(old);
    else more = true;
  }
  document.querySelector("[data-live-more]").hidden = !more;
  if (swapped) document.dispatchEvent(new CustomEvent("live:swap"));
  say(words);
  news = [];
}

// Pieces that waited are exchanged when nobody is at them any more.
function catchUp() {
  let swapped = false;
  for (const [key, fresh] of waiting) {
    const old = parts(document).get(key);
    if (old && isBusy(old)) continue;
    waiting.delete(key);
    if (old) exchange(old, fresh);
    swapped = true;
  }
  if (swapped) document.dispatchEvent(new CustomEvent("live:swap"));
}

let [timer, due, fetched, fetching, stale, quietUntil] = [null, Infinity, 0, false, false, 0];

// Fetches the page anew after a while: once for all that happens meanwhile, and not all browsers at the same moment.
function soon(wait) {
  const at = Math.max(Date.now() + wait + Math.random() * wait, fetched + 1_500, quietUntil);
  if (at >= due) return;
  clearTimeout(timer);
  due = at;
  timer = setTimeout(refresh, at - Date.now());
}

async function refresh() {
  due = Infinity;
  // A window that nobody sees shows what happened when it is seen again.
  if (document.hidden) stale = true;
  if (fetching || document.hidden) return;
  [fetching, stale] = [true, true];
  try {
    const answer = await fetch(mark.dataset.page, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // Somebody who is signed out meanwhile, or whose page is gone, keeps what they see.
    stale = answer.status >= 500 || Date.now() < quietUntil;
    if (!stale && answer.ok && !answer.redirected && page.querySelector("[data-stream]")) bring(page);
  } catch { /* No answer: see below. */ } finally {
    fetching = false;
    fetched = Date.now();
    if (stale) soon(5_000);
  }
}

// Who else is here, and on which claim; and who says that they are checking which.
let [people, holds, ending] = [[], null, null];

const initials = (name) => name.split(/\s+/u).map((part) => [...part][0] ?? "").slice(0, 2).join("").toUpperCase();

function paint() {
  const list = document.querySelector("[data-here]");
  const own = new URL(mark.dataset.stream, location.href).searchParams.get("claim");
  const others = people.filter((one) => one.person.id !== mark.dataset.me);
  if (!list || (others.length === 0 && list.hidden)) return;
  list.replaceChildren(...others.map((one) => {
    const who = document.getElementById("live-here").content.firstElementChild.cloneNode(true);
    const here = own !== null && one.claim_ids.includes(own);
    who.title = one.person.name;
    who.querySelector("[data-here-initials]").textContent = initials(one.person.name);
    who.querySelector("[data-here-name]").textContent = one.person.name;
    who.classList.toggle("is-close", here);
    if (!here) who.querySelector("[data-here-claim]").remove();
    return who;
  }));
  list.hidden = others.length === 0;
}

const cardOf = (claim) => document.querySelector(`.claim-card[data-id="${CSS.escape(claim)}"] .claim-card__top`);

function label(claim, template, words) {
  const top = cardOf(claim);
  const part = top && document.getElementById(template).content.cloneNode(true);
  if (!part) return;
  const name = part.querySelector("[data-here-name]");
  name.textContent = words(name.closest("[data-says]")?.dataset.says ?? "");
  top.append(part);
}

function paintCards() {
  document.querySelectorAll(".here__card").forEach((old) => old.remove());
  const now = (holds ?? []).filter((one) => new Date(one.ends_at) > Date.now());
  for (const one of now) label(one.claim_id, "live-hold-card", (says) => says.replace("{who}", one.person.name));
  const others = people.filter((one) => one.person.id !== mark.dataset.me);
  for (const one of others) {
    for (const claim of one.claim_ids) {
      if (!now.some((held) => held.claim_id === claim && held.person.id === one.person.id)) label(claim, "live-here-card", () => one.person.name);
    }
  }
}

// Whoever types on the page of a claim is checking it; said again while they go on.
let saidAt = 0;
function hold(event) {
  const form = document.querySelector("form[data-hold]");
  if (!form || !event.target.form?.dataset.draft || Date.now() - saidAt < 240_000) return;
  saidAt = Date.now();
  const headers = { "content-type": "application/json", "x-csrf-token": form.elements.csrf.value };
  // Where somebody else is checking it, that stands on the page; nothing typed depends on this.
  fetch(form.dataset.hold, { method: "POST", headers, body: "{}" }).catch(() => {});
}

let [source, last, hiding, again] = [null, 0, null, 60_000];

function hear(change) {
  const lists = "lists" in mark.dataset;
  const shown = !lists || (change.claim_id && document.getElementById(`claim-${change.claim_id}`));
  if (!shown && !INTO_A_LIST.includes(change.action)) return;
  if (shown) news.push(change);
  soon(shown ? 150 : 30_000);
}

function open() {
  clearTimeout(hiding);
  if (source || document.hidden) return;
  const address = new URL(mark.dataset.stream, location.href);
  if (last) address.searchParams.set("after", last);
  source = new EventSource(address);
  // Who is here is told without a number, so that nothing is skipped.
  const on = (name, heard) => source.addEventListener(name, (event) => {
    last = event.lastEventId;
    heard(event);
  });
  on("ready", () => { again = 60_000; });
  on("change", (event) => hear(JSON.parse(event.data)));
  on("resync", () => soon(500));
  let heard = false;
  source.addEventListener("inbox", (event) => {
    const { unread } = JSON.parse(event.data);
    const shown = Number(document.querySelector("[data-inbox]")?.dataset.inbox);
    document.dispatchEvent(new CustomEvent("live:inbox", { detail: unread }));
    // The page of the inbox listens for nothing else. What is told first is told each time that a stream begins.
    if (mark.dataset.stream.includes("changes=false") && (heard || unread !== shown)) soon(150);
    heard = true;
  });
  source.addEventListener("presence", (event) => {
    const told = JSON.parse(event.data);
    const changed = holds !== null && JSON.stringify(holds) !== JSON.stringify(told.holds);
    [people, holds] = [told.people, told.holds];
    paint();
    paintCards();
    const again = () => document.querySelector("[data-part=hold]") && soon(150);
    if (changed) again();
    // One that ends by itself is no longer shown.
    clearTimeout(ending);
    const left = holds.map((one) => new Date(one.ends_at) - Date.now()).filter((time) => time > 0);
    if (left.length > 0) ending = setTimeout(() => { paintCards(); again(); }, Math.min(...left) + 1_000);
  });
  source.addEventListener("error", () => {
    // The browser comes again by itself, except where it was refused: then everything works as without.
    if (source?.readyState !== EventSource.CLOSED) return;
    close();
    hiding = setTimeout(open, again + Math.random() * again);
    again = Math.min(again * 2, 900_000);
  });
}

function close() {
  clearTimeout(hiding);
  source?.close();
  source = null;
}

if (mark && "EventSource" in window) {
  last = new URL(mark.dataset.stream, location.href).searchParams.get("after");
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      open();
      if (stale) soon(150);
    } else if (source) hiding = setTimeout(close, HIDDEN_FOR);
  });
  document.addEventListener("live:swap", paintCards);
  document.addEventListener("input", hold);
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", (event) => { if (event.persisted) open(); });
  document.addEventListener("focusout", () => setTimeout(catchUp));
  document.addEventListener("reset", () => setTimeout(catchUp));
  // What was just sent decides what the page shows next.
  document.addEventListener("submit", () => { quietUntil = Date.now() + 5_000; });
  open();
}
