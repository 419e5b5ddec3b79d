// Choosing rows of a list: all at once, a range, or all that fit the filter. The count stands in the bulk bar.
//
//   data-select                around list and bar
//   input[data-select-all]     ticks all on the page
//   input[data-select-one]     one row's box; with Shift a range from the one before; by key, too (see keys.js)
//   input[data-select-whole="N"]   means all N that fit the filter, not only those on the page
//   [data-select-count]        shows how many are ticked
//   [data-select-bar]          has data-empty while none is

let last = null;

const boxes = (around) => [...around.querySelectorAll("input[data-select-one]")];

function count(around) {
  const all = boxes(around);
  const whole = around.querySelector("input[data-select-whole]");
  const ticked = whole?.checked ? Number(whole.dataset.selectWhole) : all.filter((box) => box.checked).length;
  for (const place of around.querySelectorAll("[data-select-count]")) place.textContent = ticked.toLocaleString(document.documentElement.lang || "en");
  for (const bar of around.querySelectorAll("[data-select-bar]")) bar.toggleAttribute("data-empty", ticked === 0);
  const page = around.querySelector("input[data-select-all]");
  if (page) {
    const here = all.filter((box) => box.checked).length;
    page.checked = here > 0 && here === all.length;
    page.indeterminate = here > 0 && here < all.length;
  }
}

// Ticks or unticks every row from the one touched last to this one.
function range(around, box) {
  const all = boxes(around);
  if (!last || !all.includes(last)) return;
  const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
  for (const one of all.slice(from, to + 1)) one.checked = box.checked;
}

document.addEventListener("click", (event) => {
  const box = event.target;
  const around = box.closest?.("[data-select]");
  if (!around) return;
  if (box.matches("input[data-select-all]")) {
    for (const one of boxes(around)) one.checked = box.checked;
    return count(around);
  }
  if (box.matches("input[data-select-whole]")) return count(around);
  if (!box.matches("input[data-select-one]")) return;
  if (event.shiftKey) range(around, box);
  last = box;
  count(around);
});

// By key: ticks the row where the reader is, and all rows since the last one that was ticked.
document.addEventListener("item:range", (event) => {
  const box = event.target.querySelector("input[data-select-one]");
  const around = box?.closest("[data-select]");
  if (!around) return;
  box.checked = true;
  range(around, box);
  last = box;
  count(around);
});

const begin = () => document.querySelectorAll("[data-select]").forEach(count);
document.addEventListener("htmx:after:swap", begin);
// Going back in the browser brings ticked boxes back without a word; count again then.
window.addEventListener("pageshow", begin);
begin();
