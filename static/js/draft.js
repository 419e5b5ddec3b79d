// Nothing typed is lost. A form with data-draft="key" is kept in this browser while somebody types, until the
// server has said that it is done; when the page comes back first, so does the text, with a notice.
//
//   data-draft="key"        on a form: under which name it is kept
//   data-no-draft           on a field: never kept (passwords, files and hidden fields never are)
//   data-draft-clear        on a form: sending it (sign-out) forgets all drafts
//   data-done               on the notice that a form was carried out: forgets what was sent
//   data-draft-refused      on a form that the server refused and shows again: all that stands in it was typed
//   <template id="draft-notice">   the notice, with a [data-draft-discard] button

const PREFIX = "draft:";
const KEEP_FOR = 30 * 24 * 60 * 60 * 1000;

const kept = (field) => field.name && !field.matches("[type=hidden], [type=password], [type=file], [type=submit], [data-no-draft]");
const fields = (form) => [...form.elements].filter(kept);

function read(name) {
  try { return JSON.parse(localStorage.getItem(name)); } catch { return null; }
}

function write(name, value) {
  // A full or forbidden store loses the safety net, not the form.
  try { value ? localStorage.setItem(name, JSON.stringify(value)) : localStorage.removeItem(name); } catch { /* see above */ }
}

function names() {
  try { return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX)); } catch { return []; }
}

function original(field) {
  if (field.matches("[type=checkbox], [type=radio]")) return field.defaultChecked;
  if (field.matches("select")) {
    const chosen = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
    return chosen ? chosen.value : "";
  }
  return field.defaultValue;
}

const now = (field) => (field.matches("[type=checkbox], [type=radio]") ? field.checked : field.value);
const id = (field) => (field.matches("[type=checkbox], [type=radio]") ? `${field.name}=${field.value}` : field.name);

function save(form) {
  const values = {};
  let changed = false;
  for (const field of fields(form)) {
    if (now(field) === original(field) && !("draftRefused" in form.dataset)) continue;
    values[id(field)] = now(field);
    changed = true;
  }
  write(PREFIX + form.dataset.draft, changed ? { at: Date.now(), values } : null);
}

function restore(form) {
  if (form.dataset.draftReady) return;
  form.dataset.draftReady = "yes";
  const name = PREFIX + form.dataset.draft;
  const draft = read(name);
  if (!draft) return;
  if (Date.now() - draft.at > KEEP_FOR) return write(name, null);
  let back = false;
  for (const field of fields(form)) {
    const value = draft.values[id(field)];
    if (value === undefined || value === now(field)) continue;
    if (typeof value === "boolean") field.checked = value;
    else field.value = value;
    back = true;
  }
  // What the server has by now needs no keeping.
  if (!back && !("draftRefused" in form.dataset)) return write(name, null);
  const notice = document.getElementById("draft-notice");
  if (!back || !notice) return;
  for (const box of [form.closest("details:not([open])")]) if (box) box.open = true;
  form.prepend(notice.content.cloneNode(true));
}

function begin() {
  const done = document.querySelector("[data-done]");
  for (const name of names()) {
    const draft = read(name);
    // What was sent and not carried out is unsent again: another form that is carried out must not take it along.
    if (draft?.sent) write(name, done ? null : { ...draft, sent: false });
  }
  document.querySelectorAll("form[data-draft][data-draft-refused]").forEach(save);
  document.querySelectorAll("form[data-draft]").forEach(restore);
}

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.dataset.draft) save(form);
});

document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-draft-clear]")) return names().forEach((name) => write(name, null));
  const name = PREFIX + (event.target.dataset.draft ?? "");
  const draft = event.target.dataset.draft ? read(name) : null;
  if (draft) write(name, { ...draft, sent: true });
});

document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-draft-discard]")) return;
  const form = event.target.closest("form");
  write(PREFIX + form.dataset.draft, null);
  form.reset();
  event.target.closest(".notice")?.remove();
});

document.addEventListener("htmx:after:swap", begin);
// A piece of the page was exchanged because somebody else changed something: what was typed here comes back into it.
document.addEventListener("live:swap", () => document.querySelectorAll("form[data-draft]").forEach(restore));
begin();
