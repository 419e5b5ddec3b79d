// A link pasted anywhere on a claim's page (not into a field) begins a new piece of evidence with it. Then one key says
// what it does to the claim, and attaches it; Tab goes on to the other fields instead.
//
//   form[data-paste]     the form; its field data-paste-link takes the link
//   [data-stances]       in it: the stances to choose from, each with its key (see keys.js)
//   [data-pasted]        in it: says how to go on
// Once anything else is typed, a key only chooses: the form is sent by its button.

const link = (text) => {
  try {
    const url = new URL(text.trim());
    return /^https?:$/.test(url.protocol) && !/\s/.test(text.trim()) ? url.href : null;
  } catch { return null; }
};

document.addEventListener("paste", (event) => {
  const typing = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";
  if (event.target.closest?.(typing) || document.querySelector("dialog[open]")) return;
  const form = document.querySelector("form[data-paste]");
  const url = link(event.clipboardData?.getData("text/plain") ?? "");
  const field = form?.querySelector("[data-paste-link]");
  if (!url || !field || field.value) return;
  event.preventDefault();
  const closed = form.closest("details:not([open])");
  if (closed) closed.open = true;
  field.value = url;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  form.dataset.fresh = "yes";
  form.querySelector("[data-pasted]").hidden = false;
  form.scrollIntoView({ block: "nearest" });
  (form.querySelector("[data-stances] input:checked") ?? field).focus({ preventScroll: true });
});

document.addEventListener("keydown", (event) => {
  const choice = event.target.closest?.("form[data-paste][data-fresh] [data-stances]") && event.target;
  if (!choice || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return;
  const chosen = choice.closest("fieldset").querySelector(`[data-key-inside="${CSS.escape(event.key)}"]`);
  if (!chosen) return;
  event.preventDefault();
  chosen.checked = true;
  chosen.form.requestSubmit();
}, { capture: true });

document.addEventListener("input", (event) => {
  if (event.isTrusted && !event.target.closest?.("[data-stances]")) delete event.target.form?.dataset.fresh;
});
