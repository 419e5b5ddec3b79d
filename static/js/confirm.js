// Asks before a step that is hard to take back.
//
//   data-confirm="question"      on a form or a submit button
//   <dialog id="confirm">        the question's frame: [data-confirm-text], and buttons with value yes and no
// Without a dialog in the page, or without script, the step is taken at once; the history can undo it.

const agreed = new WeakSet();

document.addEventListener("submit", (event) => {
  const form = event.target;
  const button = event.submitter;
  const question = button?.dataset.confirm ?? form.dataset.confirm;
  const dialog = document.getElementById("confirm");
  if (!question || !dialog || agreed.delete(form)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  dialog.querySelector("[data-confirm-text]").textContent = question;
  dialog.returnValue = "no";
  dialog.addEventListener("close", () => {
    if (dialog.returnValue !== "yes") return;
    agreed.add(form);
    form.requestSubmit(button);
  }, { once: true });
  dialog.showModal();
}, { capture: true });
