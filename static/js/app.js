// Loads what makes the pages quicker to use. Every page works without any of it.
// Each module listens on the document, so pieces of a page may be exchanged at any time.

import "./confirm.js";
import "./draft.js";
import "./keys.js";
import "./paste.js";
import "./pick-words.js";
import "./reading.js";
import "./select-text.js";
import "./select.js";
import "./theme.js";
