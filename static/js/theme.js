// Shows a wish for light or dark at once where it is chosen; the server keeps it when the form is sent.
//
//   select[data-theme-choice], input[data-theme-choice]      value "", light or dark

document.addEventListener("change", (event) => {
  const field = event.target;
  if (!field.matches?.("[data-theme-choice]")) return;
  if (field.value === "light" || field.value === "dark") document.documentElement.dataset.theme = field.value;
  else delete document.documentElement.dataset.theme;
});
