// Marks words of the text by keyboard, for those who have no mouse in hand: left and right go from word to word, with
// Shift they take more or fewer words, up and down go from sentence to sentence, Escape ends it. What can be done with the
// marked words is for select-text.js to offer.
//
//   button[data-pick]     begins it, at the claim that is chosen
//   [data-article-text]   the text

// What stands among the words without being part of the text, as in select-text.js.
const ASIDE = ".mark__tag, .s__flag, .s__kind, .aside";

const page = document.querySelector("[data-article-text]");
const button = document.querySelector("button[data-pick]");

// All words and marks of the text, in order.
let words = [];
// The word at which the mark began, and the one it goes to.
let [from, to] = [0, 0];

function read() {
  const cut = new Intl.Segmenter(page.lang || undefined, { granularity: "word" });
  const accept = (node) => (node.parentElement.closest(ASIDE) || !node.parentElement.closest("[data-start]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT, accept);
  words = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const within = node.parentElement.closest("[class*='s--'], [data-start]");
    for (const { segment, index } of cut.segment(node.data)) {
      if (segment.trim()) words.push({ node, within, start: index, end: index + segment.length });
    }
  }
}

function mark() {
  const [first, last] = [words[Math.min(from, to)], words[Math.max(from, to)]];
  getSelection().setBaseAndExtent(first.node, first.start, last.node, last.end);
  words[to].node.parentElement.scrollIntoView({ block: "nearest" });
}

function begin() {
  read();
  if (words.length === 0) return;
  const chosen = page.querySelector(".mark.is-current:not(.mark--cited), mark");
  from = to = Math.max(0, words.findIndex((word) => chosen?.contains(word.node)));
  page.tabIndex = -1;
  // On a phone the text may be behind the claims.
  document.querySelector(".pane-switch [data-pane=text]")?.click();
  page.focus({ preventScroll: true });
  mark();
}

// The first word of the sentence before or behind a word's own.
function sentence(at, step) {
  const own = words[at].within;
  let next = at;
  while (words[next + step] && words[next].within === own) next += step;
  while (words[next - 1]?.within === words[next].within) next -= 1;
  return next;
}

const steps = {
  ArrowRight: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => sentence(at, 1),
  ArrowUp: (at) => sentence(at, -1),
};

if (page && button) {
  button.addEventListener("click", begin);
  page.addEventListener("keydown", (event) => {
    if (event.target !== page || words.length === 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") {
      getSelection().removeAllRanges();
      button.focus();
    } else if (event.key in steps) {
      to = Math.min(words.length - 1, Math.max(0, steps[event.key](to)));
      if (!event.shiftKey) from = to;
      mark();
    } else return;
    event.preventDefault();
  });
}
