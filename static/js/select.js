// Choosing rows of a list: all at once, or a range with Shift. The count stands in the bulk bar.
//
//   data-select                around list and bar
//   input[data-select-all]     ticks all
//   input[data-select-one]     one row's box
//   [data-select-count]        shows how many are ticked
//   [data-select-bar]          has data-empty while none is

let last = null;

const boxes = (around) => [...around.querySelectorAll("input[data-select-one]")];

function count(around) {
  const all = boxes(around);
  const ticked = all.filter((box) => box.checked).length;
  for (const place of around.querySelectorAll("[data-select-count]")) place.textContent = ticked.toLocaleString(document.documentElement.lang || "en");
  for (const bar of around.querySelectorAll("[data-select-bar]")) bar.toggleAttribute("data-empty", ticked === 0);
  const whole = around.querySelector("input[data-select-all]");
  if (whole) {
    whole.checked = ticked > 0 && ticked === all.length;
    whole.indeterminate = ticked > 0 && ticked < all.length;
  }
}

document.addEventListener("click", (event) => {
  const box = event.target;
  const around = box.closest?.("[data-select]");
  if (!around) return;
  if (box.matches("input[data-select-all]")) {
    for (const one of boxes(around)) one.checked = box.checked;
    return count(around);
  }
  if (!box.matches("input[data-select-one]")) return;
  const all = boxes(around);
  if (event.shiftKey && last && all.includes(last)) {
    const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
    for (const one of all.slice(from, to + 1)) one.checked = box.checked;
  }
  last = box;
  count(around);
});

const begin = () => document.querySelectorAll("[data-select]").forEach(count);
document.addEventListener("htmx:after:swap", begin);
// Going back in the browser brings ticked boxes back without a word; count again then.
window.addEventListener("pageshow", begin);
begin();
