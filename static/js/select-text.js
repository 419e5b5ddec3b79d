// What can be done with marked words. While words of the text are marked, buttons stand beside them: they make a claim of
// the words, or say what they are to the claim that is chosen. Places count Unicode scalar values of the whole text.
//
//   [data-article-text]          the text; each of its blocks says with data-start where it begins
//   form[data-picked]            the form of the buttons, hidden while nothing is marked
//   data-picked-say="Marked:"    on it: what is said to screen readers before the words
//   input[data-picked-spans]     takes the places: "12-40 55-60"
//   button[data-picked-more]     keeps what is marked, so that words elsewhere can be marked as well; [data-picked-held] says
//                                with its data-say how many pieces are kept, button[data-picked-drop] lets go of them
//   [data-picked-marks]          the buttons that need a claim; hidden while none is chosen. Without it there is one claim only
//   [data-picked-of], [data-picked-revision], [data-picked-link]   take what the claim's card says:
//   .claim-card.is-current[data-id][data-revision] with li[data-link] for each source
// What stands in a block without being part of the text: .mark__tag, .s__flag, .s__kind, .aside.

const ASIDE = ".mark__tag, .s__flag, .s__kind, .aside";

const page = document.querySelector("[data-article-text]");
const form = document.querySelector("form[data-picked]");

// How many scalar values of a block stand before a place in it.
function before(block, node, offset) {
  const range = document.createRange();
  range.selectNodeContents(block);
  range.setEnd(node, offset);
  const part = range.cloneContents();
  for (const aside of part.querySelectorAll(ASIDE)) aside.remove();
  return [...part.textContent].length;
}

const length = (block) => before(block, block, block.childNodes.length);

function span(range) {
  const blocks = [...page.querySelectorAll("[data-start]")].filter((block) => range.intersectsNode(block));
  if (blocks.length === 0) return null;
  const [first, last] = [blocks[0], blocks.at(-1)];
  const start = Number(first.dataset.start) + (first.contains(range.startContainer) ? before(first, range.startContainer, range.startOffset) : 0);
  const end = Number(last.dataset.start) + (last.contains(range.endContainer) ? before(last, range.endContainer, range.endOffset) : length(last));
  return start < end ? [start, end] : null;
}

function spans(selection) {
  const found = [];
  for (let n = 0; n < selection.rangeCount; n += 1) {
    const range = selection.getRangeAt(n);
    if (range.collapsed || !range.toString().trim()) continue;
    const place = span(range);
    if (place) found.push(place);
  }
  return found.map((place) => place.join("-")).join(" ");
}

function put(range) {
  const box = range.getBoundingClientRect();
  const own = form.getBoundingClientRect();
  // Below the words, where a phone does not show its own menu; above where there is no room.
  const below = box.bottom + 8 + own.height < innerHeight;
  form.style.top = `${Math.max(8, below ? box.bottom + 8 : box.top - own.height - 8)}px`;
  form.style.left = `${Math.min(Math.max(8, box.left + box.width / 2 - own.width / 2), Math.max(8, innerWidth - own.width - 8))}px`;
}

// Ties the buttons that need a claim to the one that is chosen.
function tie() {
  const marks = form.querySelector("[data-picked-marks]");
  if (!marks) return;
  const card = document.querySelector(".claim-card.is-current[data-id]");
  marks.hidden = !card;
  if (!card) return;
  form.querySelector("[data-picked-of]").textContent = card.querySelector(".claim-card__number").getAttribute("aria-label");
  form.querySelector("[data-picked-revision]").value = card.dataset.revision;
  for (const button of marks.querySelectorAll("button")) button.formAction = `/claims/${card.dataset.id}/words`;
  const menu = form.querySelector("[data-picked-link]");
  if (menu.dataset.of === card.dataset.id) return;
  menu.dataset.of = card.dataset.id;
  const links = [...card.querySelectorAll("li[data-link]")].map((link) => new Option(link.querySelector(".link__name").textContent, link.dataset.link));
  menu.replaceChildren(...links, new Option(menu.dataset.new, ""));
  menu.hidden = links.length === 0;
}

// What is marked, said to those who don't see it.
const said = document.createElement("p");
said.className = "hidden-text";
said.setAttribute("role", "status");

// The places that were kept, and what is marked now.
let held = [];
function all() {
  const selection = getSelection();
  const now = selection && !selection.isCollapsed ? spans(selection).split(" ") : [];
  return [...new Set([...held, ...now])].filter(Boolean).join(" ");
}

function hold(places) {
  held = places.split(" ").filter(Boolean);
  const count = form.querySelector("[data-picked-held]");
  count.hidden = form.querySelector("[data-picked-drop]").hidden = held.length === 0;
  count.textContent = `${count.dataset.say} ${held.length}`;
  look();
}

function look() {
  const selection = getSelection();
  const places = all();
  tie();
  form.hidden = !places;
  for (const button of form.querySelectorAll("button")) button.disabled = !places || button.closest("[hidden]") !== null;
  form.querySelector("[data-picked-spans]").value = places;
  const marked = selection && !selection.isCollapsed;
  said.textContent = marked ? `${form.dataset.pickedSay} ${selection}` : "";
  if (places && marked) put(selection.getRangeAt(0));
}

if (page && form) {
  let waiting = 0;
  form.before(said);
  document.addEventListener("selectionchange", () => { clearTimeout(waiting); waiting = setTimeout(look, 120); });
  document.addEventListener("item:current", () => { if (!form.hidden) look(); });
  addEventListener("scroll", () => { if (!form.hidden && getSelection().rangeCount) put(getSelection().getRangeAt(0)); }, { passive: true });
  // A key may be quicker than the look: what is marked now is sent.
  form.addEventListener("submit", () => { form.querySelector("[data-picked-spans]").value = all() || form.querySelector("[data-picked-spans]").value; });
  form.querySelector("[data-picked-more]").addEventListener("click", () => hold(all()));
  form.querySelector("[data-picked-drop]").addEventListener("click", () => hold(""));
  // Pressing a button must not take the mark away before its place is sent.
  form.addEventListener("pointerdown", (event) => { if (!event.target.closest("select")) event.preventDefault(); });
}
