// What was seen before of an article's claims, beside its cards: asked for once the page stands, because other articles have
// a part in it and the reading view is kept as it was drawn.
//
//   [data-seen="URL"]            the link to the page that has it; it takes that page's sum as its words
//     there: [data-seen-sum="N"]       the sum; how many they are
//     there: <template data-seen-mark="NUMBER">   what is put on the card of that claim

let marks = [];

function put() {
  for (const mark of marks) {
    const card = document.querySelector(`.claim-card[data-claim="${CSS.escape(mark.dataset.seenMark)}"]`);
    if (card && !card.querySelector(".claim-card__seen")) card.querySelector(".claim-card__say")?.after(mark.content.cloneNode(true));
  }
}

async function ask() {
  const link = document.querySelector("[data-seen]");
  if (!link) return;
  try {
    const answer = await fetch(link.dataset.seen, { headers: { accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const sum = page.querySelector("[data-seen-sum]");
    if (!sum) return;
    marks = [...page.querySelectorAll("template[data-seen-mark]")];
    link.closest("[data-seen-line]").hidden = marks.length === 0;
    link.textContent = sum.textContent;
    put();
  } catch { /* The link leads there all the same. */ }
}

// Cards that were exchanged have their marks again.
document.addEventListener("live:swap", put);
if (document.readyState === "complete") ask();
else window.addEventListener("load", ask);
