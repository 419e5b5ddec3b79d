// The page of a long file: keeps saying how far it is, and takes the file when it is there. Without script the page loads
// itself anew.
//
//   [data-export]        where the file stands: waiting, running, or over
//   [role=status] in it  that in a sentence; it is exchanged only when it changes, because it is read aloud
//   [data-export-rest]   the bar and the buttons; data-export-far says how far it is
//   [data-export-file]   the link to the file

const box = document.querySelector("[data-export]");
const isOpen = (box) => ["waiting", "running"].includes(box.dataset.export);
const rest = (box) => box.querySelector("[data-export-rest]");

const show = (page) => {
  const news = page.querySelector("[data-export]");
  if (!news) return location.reload();
  document.title = page.title;
  const [said, saidNow] = [box, news].map((each) => each.querySelector("[role=status]"));
  if (said.textContent !== saidNow.textContent) said.textContent = saidNow.textContent;
  box.dataset.export = news.dataset.export;
  if (isOpen(news)) {
    box.querySelector("progress").value = news.querySelector("progress").value;
    box.querySelector("[data-export-far]").textContent = news.querySelector("[data-export-far]").textContent;
    return;
  }
  const hadFocus = rest(box).contains(document.activeElement);
  rest(box).replaceWith(rest(news));
  const file = box.querySelector("[data-export-file]");
  if (hadFocus) (file ?? box.querySelector("a, button"))?.focus();
  file?.click();
};

const follow = async () => {
  let wait = 1000;
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch { wait = 5000; }
  if (isOpen(box)) setTimeout(follow, wait);
};

if (box && isOpen(box)) {
  box.querySelector("[data-export-look]").hidden = true;
  setTimeout(follow, 500);
}
