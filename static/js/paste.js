// A link pasted anywhere on a claim's page (not into a field) begins a new piece of evidence with it.
//
//   form[data-paste]     the form; its field data-paste-link takes the link, data-paste-next is where to go on

const link = (text) => {
  try {
    const url = new URL(text.trim());
    return /^https?:$/.test(url.protocol) && !/\s/.test(text.trim()) ? url.href : null;
  } catch { return null; }
};

document.addEventListener("paste", (event) => {
  if (event.target.closest?.("input, textarea, select, [contenteditable]") || document.querySelector("dialog[open]")) return;
  const form = document.querySelector("form[data-paste]");
  const url = link(event.clipboardData?.getData("text/plain") ?? "");
  const field = form?.querySelector("[data-paste-link]");
  if (!url || !field || field.value) return;
  event.preventDefault();
  const closed = form.closest("details:not([open])");
  if (closed) closed.open = true;
  field.value = url;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  form.scrollIntoView({ block: "center" });
  (form.querySelector("[data-paste-next]") ?? field).focus();
});
