// Runs before the page is painted (a plain script in the head): says that scripts run, so that what only
// works with them may be shown.

document.documentElement.classList.add("js");
