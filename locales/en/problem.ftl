### What went wrong, and what to do. One sentence a problem; messages at fields below.

problem-not-found = There is no such { $what } here. It may have been taken out, or the link is cut off.
problem-format-not-built = This program was built without PDF. Take another form of the report, or ask your admin for a build with PDF.
problem-internal = Something went wrong on our side. Nothing that was saved is lost. Try again; if it happens again, tell your admin the reference number.
problem-store-full = The disk is full or can’t be written to, so nothing more can be saved. What was saved before is safe. Tell your admin; keep this page open, and your text stays.
problem-held = { $by } is checking this claim, until { $until } if nothing more is heard of them. You can take it over.
problem-too-many-streams = Too many windows and programs listen to this desk’s changes already. Close some, or go on without live updates: everything else works.
problem-database-away = The database can’t be reached right now. Nothing is lost; try again in a moment.
problem-forbidden = This needs the role { $role } or higher. An admin can give it to you.
problem-stale = Somebody changed this { $what } while you were working on it.
problem-transition-refused = A claim that is “{ $from }” can’t become “{ $to }”.
problem-reason-missing = Say why; others will read it in the history.
problem-set-aside-reason-missing = Choose why the claim is set aside.
problem-four-eyes = You set this verdict, so somebody else has to sign it off.
problem-verdict-incomplete = Something is still missing for this verdict.
problem-set-aside = This claim is set aside. Re-open it first.
problem-article-open = Not everything is accounted for: { $sentences ->
    [0] no sentence
    [one] one sentence
   *[other] { $sentences-shown } sentences
} and { $claims ->
    [0] no claim
    [one] one claim
   *[other] { $claims-shown } claims
} are open. Close them, or say why the article is signed off all the same.
problem-article-unchanged = The article is in that state already.
problem-assignee-unfit = This person can’t be given claims: they are disabled, or their role only lets them read.
problem-already-attached = This evidence is attached to the claim already.
problem-not-undoable = This step can’t be undone.
problem-already-undone = This step was undone already.
problem-undo-stale = Something else changed since. Undo that first.
problem-too-many = At most { $most-shown } claims can be changed at once. Narrow the filter.
problem-invalid = Some fields need another value.
problem-sign-in-failed = Mail address and password do not match.
problem-sign-in-needed = Sign in first.
problem-token-needed = Send a valid token as “Authorization: Bearer …”, or sign in.
problem-throttled = Too many tries. Wait { $seconds ->
    [one] one second
   *[other] { $seconds-shown } seconds
} and try again.
problem-link-invalid = This link was used, has expired, or is cut off. Ask an admin for a new one.
problem-mail-taken = Somebody with this mail address is here already.
problem-last-admin = The desk needs at least one admin who can sign in.
problem-name-taken = Another source has this name.
problem-merge-with-itself = This is one and the same entry. Choose another one to merge it with.
problem-already-merged = “{ $name }” is part of “{ $into }” already: { $by } merged them. Nothing was changed.
problem-changed-meanwhile = { $by } changed “{ $name }” while you were looking at it, so nothing was merged. Look at both again, then decide.
problem-note-withdrawn = { $by } withdrew this note already.
problem-not-merged = “{ $name }” stands on its own already.
problem-form-expired = This form is no longer valid, probably because you signed in again. Go back, reload the page, and send it once more; what you typed is kept in this browser.
problem-form-unreadable = The form could not be read. Go back and send it again.
problem-json-unreadable = The body is not valid JSON of the expected form: { $why }
problem-idempotency-mismatch = This Idempotency-Key was used for another request.
problem-cursor-unreadable = This cursor is not one of this list.
problem-method-not-allowed = This address does not do that.
problem-revision-needed = Say which revision you changed, in “revision” or If-Match.
problem-format-unknown = There is no such format.
problem-fetch-off = Articles can’t be fetched from the web by this version. Send the text.
problem-article-signed-off = The article is signed off. Re-open it first.
problem-unchanged = It is so already.
problem-too-many-views = You keep { $most-shown } views, and that is all there is room for. Delete one first.

## Things

thing-claim = claim
thing-article = article
thing-version = version
thing-sentence = sentence
thing-note = note
thing-source = source
thing-evidence = piece of evidence
thing-comment = remark
thing-notification = line of your inbox
thing-contact = entry of who was asked
thing-person = person
thing-token = token
thing-link = link
thing-link-of-the-chain = link of the chain
thing-line-of-history = line of history
thing-report = report
thing-page = page
thing-view = view
thing-bulk-step = step on many claims
thing-entry = entry

## Titles of error pages

error-title = That did not work
error-title-400 = That could not be understood
error-title-401 = Sign in first
error-title-403 = Not allowed
error-title-404 = Not here
error-title-405 = Not possible here
error-title-409 = That collides with something
error-title-410 = No longer valid
error-title-413 = Too large
error-title-422 = Something needs another value
error-title-429 = Too many tries
error-title-500 = Our fault
error-title-503 = One moment
error-title-507 = No room left
error-reference = Reference number: { $reference }
error-home = To my queue
error-back = Go back
error-help = Help

## Messages at fields

field-required = This can’t be empty.
field-too-long = This has { $length-shown } characters; at most { $most-shown } fit.
field-not-a-link = This is not a web address. It begins with http:// or https://.
field-not-a-date = This is not a date. Write it as year-month-day, for example 2026-11-24.
field-date-in-future = This date lies in the future.
field-answered-before-asked = They can’t have answered before they were asked.
field-answer-required = Enter their answer, or choose what else came of it.
field-answer-is-there = An answer is entered below: choose “Answered”, or “Would not comment”.
field-not-a-mail-address = This is not a mail address.
field-not-a-choice = Choose one of the values.
field-password-short = Use at least { $least-shown } characters; a few words in a row are good.
field-password-wrong = This is not your present password.
field-mail-taken = Somebody with this mail address is here already.
field-name-taken = Another source has this name.
field-verdict-required = Choose a verdict on the substance, or say of a source whether it said so.
field-link-or-title-required = Give a link, or at least a title.
field-spans-count = Mark between one and { $most-shown } pieces of the text.
field-spans-outside = The pieces must lie inside the text, one behind the other.
field-version-unchanged = This is the text as it stands. Paste the changed one.
field-one-piece = Mark one piece of the text.
field-no-name = These words name nobody. Mark the words that do.
field-source-first = Say first who said it.
field-words-not-found = “{ $words }” does not stand in the text. Copy the words from the text.
field-parts-count = Split the claim into two to { $most-shown } parts: put each on a line of its own.
field-merge-count = Name one to { $most-shown } other claims.
field-merge-self = A claim can’t be merged with itself. Name other claims.
field-merge-article = Only claims of the same version of one article can be merged.
field-no-such-claim = The article has no claim { $number-shown }.
field-claim-numbers = Type the numbers of the claims, for example: 4, 7
field-chain-count = A chain has at most { $most-shown } links.
field-tags-count = At most { $most-shown } tags fit.
field-tag-too-long = A tag has at most { $most-shown } characters. Separate tags by commas.
