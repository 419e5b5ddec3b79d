// Sends requests from the page that explains the API.
//
//   [data-api-page]            around all routes; data-api-csrf is the session's token
//   input[data-api-token]      a bearer token; while it is empty the session is used
//   form[data-api]             one route: data-method, data-path with names in braces
//   [data-api-in]              a field of it: path, query, header or body
//   [data-api-answer]          shows [data-api-status] and [data-api-body]; data-failed is said when nothing comes back

const LONGEST = 200_000;

function request(form) {
  const page = form.closest("[data-api-page]");
  const token = document.querySelector("[data-api-token]").value.trim();
  const headers = new Headers(token ? { authorization: `Bearer ${token}` } : { "x-csrf-token": page.dataset.apiCsrf });
  let path = form.dataset.path;
  const query = new URLSearchParams();
  let body;
  for (const field of form.querySelectorAll("[data-api-in]")) {
    const value = field.value.trim();
    if (field.dataset.apiIn === "path") path = path.replace(`{${field.name}}`, encodeURIComponent(value));
    else if (!value) continue;
    else if (field.dataset.apiIn === "query") query.set(field.name, value);
    else if (field.dataset.apiIn === "header") headers.set(field.name, value);
    else body = value;
  }
  if (body !== undefined) headers.set("content-type", "application/json");
  const target = query.size ? `${path}?${query}` : path;
  // With a token the session stays out of it: what is tried is what a program would get.
  return new Request(target, { method: form.dataset.method, headers, body, credentials: token ? "omit" : "same-origin", cache: "no-store" });
}

async function shown(response) {
  const text = await response.text();
  if (/json/.test(response.headers.get("content-type") ?? "")) {
    try {
      return JSON.stringify(JSON.parse(text), null, 2);
    } catch { /* Shown as it came. */ }
  }
  return text;
}

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-api]");
  if (!form) return;
  event.preventDefault();
  const answer = form.querySelector("[data-api-answer]");
  const [status, body] = [answer.querySelector("[data-api-status]"), answer.querySelector("[data-api-body]")];
  const button = form.querySelector("button[type=submit]");
  button.disabled = true;
  try {
    const response = await fetch(request(form));
    const text = await shown(response);
    status.textContent = `${response.status} ${response.statusText}`;
    body.textContent = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
    body.hidden = text === "";
  } catch {
    status.textContent = answer.dataset.failed;
    body.hidden = true;
  } finally {
    answer.hidden = false;
    button.disabled = false;
  }
});

// A link to a route opens it.
function open() {
  const route = document.getElementById(location.hash.slice(1));
  if (route instanceof HTMLDetailsElement) route.open = true;
}
window.addEventListener("hashchange", open);
open();
