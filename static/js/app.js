// Loads what makes the pages quicker to use. Every page works without any of it.
// The server sends these as one file, each in a block of its own; so none imports anything from another.
// Each module listens on the document, so pieces of a page may be exchanged at any time.

import "./live.js";
import "./call.js";
import "./confirm.js";
import "./draft.js";
import "./export.js";
import "./inbox.js";
import "./keys.js";
import "./land.js";
import "./paste.js";
import "./pick-words.js";
import "./reading.js";
import "./seen.js";
import "./select-text.js";
import "./select.js";
import "./theme.js";
