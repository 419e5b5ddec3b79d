// The count of unread lines in the head of every page, kept up to date while the page is open. A page that is kept up to date
// hears of it over its own stream (see live.js); any other listens for nothing else.
//
//   [data-inbox]        the link to the inbox; its label is one of the next three
//     data-none, data-one, data-many     {count} stands for the count
//     [data-inbox-label]   in it: its label
//     [data-inbox-count]   in it: the count as it is seen
//   live:inbox          sent to the document when the count is told; its detail is the count

const link = () => document.querySelector("[data-inbox]");
const HIDDEN_FOR = 20_000;

function paint(count) {
  const here = link();
  if (!here) return;
  const seen = here.querySelector("[data-inbox-count]");
  const before = Number(here.dataset.inbox);
  const label = count === 0 ? here.dataset.none : count === 1 ? here.dataset.one : here.dataset.many.replace("{count}", count);
  here.dataset.inbox = count;
  here.querySelector("[data-inbox-label]").textContent = label;
  seen.hidden = count === 0;
  seen.textContent = count > 99 ? "99+" : count;
  const live = document.querySelector("[data-live]");
  if (live && count > before) live.textContent = label;
}

document.addEventListener("live:inbox", (event) => paint(event.detail));

if (link() && !document.querySelector("[data-stream]") && "EventSource" in window) {
  let [source, hiding] = [null, null];
  const close = () => { clearTimeout(hiding); source?.close(); source = null; };
  const open = () => {
    clearTimeout(hiding);
    if (source || document.hidden) return;
    source = new EventSource("/api/v1/events?inbox=true&changes=false");
    source.addEventListener("inbox", (event) => paint(JSON.parse(event.data).unread));
    // One that is refused is not asked for again before the window is seen anew.
    source.addEventListener("error", () => { if (source?.readyState === EventSource.CLOSED) close(); });
  };
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) open();
    else if (source) hiding = setTimeout(close, HIDDEN_FOR);
  });
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", (event) => { if (event.persisted) open(); });
  // After what the page itself needs.
  if (document.readyState === "complete") open();
  else window.addEventListener("load", open);
}
