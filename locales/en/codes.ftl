### Labels of every closed list. The keys are the list's name and the code.

## Who has to act

work-state-to-check = To check
work-state-checking = Checking
work-state-waiting = Waiting
work-state-in-review = In review
work-state-signed-off = Signed off
work-state-set-aside = Set aside
explain-work-state-to-check = Nobody has begun.
explain-work-state-checking = Somebody is on it.
explain-work-state-waiting = Somebody asked outside and waits for the answer.
explain-work-state-in-review = The finding waits for a second person.
explain-work-state-signed-off = A second person agreed.
explain-work-state-set-aside = It will not be checked, for a stated reason.

## Steps from one state to another

step-begin = Begin checking
step-wait = Wait for an answer
step-go-on = Go on checking
step-send = Send to sign-off
step-sign-off = Sign off
step-send-back = Send back
step-re-open = Re-open
step-set-aside = Set aside

## Is it so?

substance-confirmed = Confirmed
substance-mostly-accurate = Accurate with a flaw
substance-mixed = Partly right
substance-misleading = Misleading
substance-incorrect = Incorrect
substance-disputed = Credible sources conflict
substance-unsupported = No adequate evidence found
substance-outdated = Was true, no longer is
substance-not-checkable = Not checkable
explain-substance-confirmed = It is so.
explain-substance-mostly-accurate = It is so but for a detail.
explain-substance-mixed = Part of it is so.
explain-substance-misleading = The words can be defended, the impression can’t.
explain-substance-incorrect = It is not so.
explain-substance-disputed = Sources worth believing say different things.
explain-substance-unsupported = Nothing that would bear it out was found.
explain-substance-outdated = It was so, and things have changed.
explain-substance-not-checkable = There is nothing in it to check.

## Did that source say it?

attribution-verdict-as-stated = As stated
attribution-verdict-wording-differs = Wording differs
attribution-verdict-meaning-changed = Meaning changed
attribution-verdict-other-source = Another source said it
attribution-verdict-not-found = Not found
attribution-verdict-unreachable = Source unreachable
attribution-verdict-confidential-seen = Seen, can’t be shown
attribution-verdict-not-applicable = Does not apply
explain-attribution-verdict-as-stated = The source said so.
explain-attribution-verdict-wording-differs = It said so in other words.
explain-attribution-verdict-meaning-changed = It said something that means another thing.
explain-attribution-verdict-other-source = Somebody else said it.
explain-attribution-verdict-not-found = There is no trace that it said so.
explain-attribution-verdict-unreachable = The source could not be reached.
explain-attribution-verdict-confidential-seen = The checker saw it and can’t show it.
explain-attribution-verdict-not-applicable = The question does not arise.

## What should happen to the text

text-action-keep = Keep
text-action-reword = Reword
text-action-add-attribution = Say who says so
text-action-add-context = Add context
text-action-hedge = Hedge
text-action-cut = Cut
text-action-correct-published = Correct where published

## Why a claim is set aside

set-aside-not-checkable = Nothing in it can be checked
set-aside-duplicate = Another claim says the same
set-aside-cut-from-article = No longer in the article
set-aside-out-of-scope = Out of scope

## How soon, and how much harm

priority-low = Low
priority-normal = Normal
priority-high = High
priority-urgent = Urgent
risk-normal = Normal
risk-high = High
risk-kind-harm = Harm to people
risk-kind-legal = Legal trouble
risk-kind-central = Central to the story

## Where a claim stands in the text

anchor-exact = Same place, same words
anchor-moved = Moved
anchor-changed = Words changed
anchor-lost = No longer in the text

## Order of the queue

queue-sort-urgency = Most urgent first
queue-sort-newest = Newest first
queue-sort-oldest = Oldest first
queue-sort-worthiness = Most worth checking first

## Evidence

evidence-kind-link = Link
evidence-kind-file = File
stance-supports = Supports
stance-partly = Supports in part
stance-refutes = Refutes
stance-context = Context
grade-primary = Primary
grade-secondary = Secondary
grade-tertiary = Tertiary
explain-grade-primary = The document, recording, data or witness itself.
explain-grade-secondary = Somebody’s account of it.
explain-grade-tertiary = A summary of accounts.
independence-independent = Independent
independence-dependent = Not independent
independence-unknown = Independence not known

## Articles and sentences

article-state-open = Open
article-state-signed-off = Signed off
correction-kind-typo = Typo
correction-kind-clarification = Clarification
correction-kind-correction = Correction
correction-kind-update = Update
correction-kind-retraction = Retraction
sentence-kind-claim = Claim
sentence-kind-opinion = Opinion
sentence-kind-question = Question
sentence-kind-forecast = Forecast
sentence-kind-transition = Transition
sentence-kind-heading = Heading
sentence-kind-boilerplate = Not part of the article
explain-sentence-kind-claim = Says something that can be checked.
explain-sentence-kind-opinion = A judgement or feeling.
explain-sentence-kind-question = Asks.
explain-sentence-kind-forecast = Says what will or may happen.
explain-sentence-kind-transition = Leads on; states nothing.
explain-sentence-kind-heading = A title or heading.
explain-sentence-kind-boilerplate = Newsletter lines, share links, credits.

## Sources and chains

source-kind-outlet = Outlet
source-kind-government = Government
source-kind-organisation = Organisation
source-kind-expert = Expert
source-kind-official = Official
source-kind-person = Person
source-kind-document = Document
source-kind-unnamed = Unnamed
source-kind-collective = Group
alike-shared-name = A name in common
alike-spelling = The same words, in another spelling or order
alike-same-person = One has a title that the other lacks
alike-initials = First names as initials, or left out
alike-acronym = Initials of the other
alike-nearly-same = They differ by a letter or two
alike-surname = The surname alone
rating-reliable = Reliable
rating-mixed = Reliable in part
rating-unreliable = Not reliable
rating-unknown = Reliability not known
chain-role-reporter = passes it on
chain-role-origin = said to know it
quotation-direct = Direct quotation
quotation-indirect = Indirect quotation
quotation-mixed = Indirect with quoted words

## Why a sentence was taken

why-quantity = a figure
why-comparison = a comparison
why-named-source = a named source
why-unnamed-source = an unnamed source
why-accusation = an accusation
why-record = a first, only or most
why-causal = a cause
why-event = an event
why-quote = quoted words
why-rule = a law, vote or agreement

## People

role-viewer = Viewer
role-reviewer = Reviewer
role-editor = Editor
role-admin = Admin
explain-role-viewer = Reads everything, changes nothing.
explain-role-reviewer = Checks claims and attaches evidence; may take a claim that nobody has.
explain-role-editor = Also puts articles in, assigns, signs off, keeps the sources and freezes reports.
explain-role-admin = Also runs people, tokens and settings.

## What is missing for a verdict

missing-verdict = a verdict on the substance
missing-rationale = the reason for the verdict
missing-evidence-or-search = a piece of evidence, or a note of what was searched
missing-second-independent-piece = a second independent piece of evidence (the risk is high)

## What is broken in a history

break-changed = a line was changed
break-removed = a line is missing
break-inserted = a line was put in
break-missing = the whole history is missing

## Asking for comment

contact-channel-email = By e-mail
contact-channel-phone = By telephone
contact-channel-in-person = Face to face
contact-channel-form = Through a form
contact-channel-letter = By letter
contact-channel-message = By message
contact-channel-other = In another way
contact-outcome-awaited = Answer awaited
contact-outcome-answered = Answered
contact-outcome-declined = Would not comment
contact-outcome-no-answer = No answer came
