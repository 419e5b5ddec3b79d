// Ties the marks in the text to the claims beside it. Pointing at one shows the other; choosing one opens its
// card, lights its marks, brings the other side into view and stands in the address, so that it can be shared.
//
//   data-reading               around both sides
//   .mark[data-claim="12"]     a piece of the text; #m12 is where the claim begins
//   #claim-12[data-claim]      its card; data-verdict on it colours the marks
//   data-pane="text|claims"    on the switch between the sides on a phone
//   data-first="claims"        on data-reading: which side a phone shows at first, where it is not the text
//   data-parts                 on data-reading: the text goes on, on other pages
//   a[data-next-open]          leads to the next sentence that is open, the first one behind the last

const page = document.querySelector("[data-reading]");
const marks = (number) => page.querySelectorAll(`.mark[data-claim="${CSS.escape(number)}"]`);
const card = (number) => document.getElementById(`claim-${number}`);
const numberIn = (hash) => /^#(?:claim-|m)(\d+)$/.exec(hash)?.[1];

function hint(number, on) {
  if (!number) return;
  for (const mark of marks(number)) mark.classList.toggle("is-hinted", on);
  card(number)?.classList.toggle("is-hinted", on);
}

function show(element, block, from) {
  if (!element) return;
  // What is well in view stays where it is: a text that jumps loses its reader.
  const box = element.getBoundingClientRect();
  if (block === "center" && box.top > 140 && box.bottom < innerHeight - 90) return;
  const calm = from === "address" || matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block, behavior: calm ? "auto" : "smooth" });
}

function choose(number, from) {
  const chosen = card(number);
  if (!chosen) return;
  for (const old of page.querySelectorAll(".is-current")) old.classList.remove("is-current");
  chosen.classList.add("is-current");
  for (const mark of marks(number)) mark.classList.add("is-current");
  history.replaceState(null, "", `#claim-${number}`);
  if (from !== "card") show(chosen, "nearest", from);
  if (from !== "text") show(document.getElementById(`m${number}`) ?? marks(number)[0], "center", from);
}

function side(name) {
  page.dataset.pane = name;
  for (const link of document.querySelectorAll(".pane-switch [data-pane]")) link.toggleAttribute("aria-current", link.dataset.pane === name);
}

// Shows what the address names: a claim, or something else beside the text.
function aim() {
  const aimed = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  const beside = aimed && aimed.closest(".pane--claims");
  if (aimed && page.contains(aimed)) side(beside ? "claims" : "text");
  const number = numberIn(location.hash);
  if (number && card(number)) choose(number, "address");
  else if (number && "parts" in page.dataset && !new URLSearchParams(location.search).has("claim")) location.replace(`?claim=${number}${location.hash}`);
  // What was hidden when the browser looked for it is brought into view once more.
  else if (beside) aimed.scrollIntoView({ block: "nearest" });
}

function colour() {
  for (const found of page.querySelectorAll(".claim-card")) {
    for (const mark of marks(found.dataset.claim)) {
      if (found.dataset.verdict) mark.dataset.verdict = found.dataset.verdict;
      mark.classList.toggle("is-current", found.classList.contains("is-current"));
    }
  }
}

function begin() {
  colour();
  side(page.dataset.first ?? "text");
  aim();
}

// The next open sentence behind the one that was shown last; false where the way leads to another page.
let shown = -1;
function nextOpen() {
  const open = [...page.querySelectorAll(".s--open[id]")];
  if (open.length === 0) return false;
  shown = (shown + 1) % open.length;
  side("text");
  show(open[shown], "center");
  open[shown].querySelector("a.s__flag")?.focus({ preventScroll: true });
  return true;
}

if (page) {
  for (const [event, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    page.addEventListener(event, (happened) => hint(happened.target.closest("[data-claim]")?.dataset.claim, on));
  }

  page.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const pane = link?.closest(".pane-switch") && link.dataset.pane;
    const mark = event.target.closest("a.mark__tag, .mark");
    const target = link?.hash && link.pathname === location.pathname && document.getElementById(link.hash.slice(1));
    const chosen = event.target.closest(".claim-card");
    if (pane) {
      event.preventDefault();
      side(pane);
      scrollTo({ top: 0 });
    } else if (mark && !mark.matches("a") && !getSelection().isCollapsed) {
      // Whoever marks words inside a claim does not choose it.
    } else if (mark) {
      event.preventDefault();
      side("claims");
      choose(mark.dataset.claim, "text");
      card(mark.dataset.claim)?.querySelector("[data-open]")?.focus({ preventScroll: true });
    } else if (link?.matches("[data-back]")) {
      event.preventDefault();
      side("text");
      choose(chosen.dataset.claim, "card");
    } else if (target && target.closest(".pane--claims")) {
      if (target.matches("details")) target.open = true;
      side("claims");
    } else if (chosen && !event.target.closest("a, button, input, select, textarea, summary, label")) {
      choose(chosen.dataset.claim, "card");
    }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-next-open]");
    if (link?.hash && !link.search && nextOpen()) event.preventDefault();
  });
  page.addEventListener("item:current", (event) => choose(event.target.dataset.claim, "card"));
  window.addEventListener("hashchange", aim);
  document.addEventListener("htmx:after:swap", begin);
  // Somebody else changed something: the text stays where it is.
  document.addEventListener("live:swap", colour);
  begin();
}
