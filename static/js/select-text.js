// Makes a claim of marked words. While words of the text are marked, a button stands beside them; it sends where they
// stand, counted in Unicode scalar values of the whole text.
//
//   [data-article-text]          the text; each of its blocks says with data-start where it begins
//   form[data-picked]            the button's form, hidden while nothing is marked
//   input[data-picked-spans]     takes the places: "12-40 55-60"
// What stands in a block without being part of the text: .mark__tag, .s__flag, .s__kind.

const page = document.querySelector("[data-article-text]");
const form = document.querySelector("form[data-picked]");
const ASIDE = ".mark__tag, .s__flag, .s__kind";

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
  const blocks = [...page.children].filter((block) => "start" in block.dataset && range.intersectsNode(block));
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

function look() {
  const selection = getSelection();
  const places = selection && !selection.isCollapsed ? spans(selection) : "";
  form.hidden = !places;
  form.querySelector("button").disabled = !places;
  form.querySelector("[data-picked-spans]").value = places;
  if (places) put(selection.getRangeAt(0));
}

if (page && form) {
  let waiting = 0;
  document.addEventListener("selectionchange", () => { clearTimeout(waiting); waiting = setTimeout(look, 120); });
  addEventListener("scroll", () => { if (!form.hidden) put(getSelection().getRangeAt(0)); }, { passive: true });
  // Pressing the button must not take the mark away before its place is sent.
  form.addEventListener("pointerdown", (event) => event.preventDefault());
}
