// After a page has come: says aloud what was done, and puts the focus on what a refused form lacks first.
//
//   [data-live]       an empty live region; what is put into it is read aloud
//   [data-done]       the notice that something was carried out
//   data-landing      on a notice that a form was refused

const done = document.querySelector("[data-done] p");
const live = document.querySelector("[data-live]");
// A live region speaks only of what changes after the page is there.
if (done && live) setTimeout(() => { live.textContent = done.textContent; }, 200);

const lacking = document.querySelector("[data-landing]") &&
  document.querySelector("main [aria-invalid=true], main fieldset[aria-describedby$=-error] input, main [data-lacks] :is(input, textarea)");
if (lacking) {
  for (let closed = lacking.closest("details:not([open])"); closed; closed = closed.parentElement.closest("details:not([open])")) closed.open = true;
  lacking.focus({ preventScroll: true });
  lacking.scrollIntoView({ block: "center" });
}
