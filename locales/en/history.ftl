### What happened, in words: the history page, and lines of history wherever they stand.

## Who did what. `$who` is a name.

happened-unknown = { $who } did something that this version of the program can’t put into words
happened-command-line = The command line
happened-nobody = nobody
happened-none = none
happened-yes = yes
happened-no = no
happened-claim = Claim { $number-shown }
happened-evidence = Evidence
happened-source = Source
happened-report = Report
happened-former-link = A source no longer in the chain

happened-article-imported = { $who } put in the article “{ $title }” with { $count ->
    [0] no claims
    [one] one claim
   *[other] { $count-shown } claims
}
happened-article-amended = { $who } changed the details of the article
happened-article-signed-off = { $who } signed off the article
happened-article-reopened = { $who } re-opened the article
happened-version-added = { $who } put in version { $version-shown } of the text: { $kept-shown } kept, { $moved-shown } moved, { $changed-shown } changed, { $lost-shown } lost, { $new-shown } new
happened-carried-exact = { $who } put in version { $number }: the claim is kept
happened-carried-moved = { $who } put in version { $number }: the claim is kept, at another place
happened-carried-changed = { $who } put in version { $number }: the words of the claim changed, and it is to be checked again
happened-carried-lost = { $who } put in version { $number }: the words of the claim are gone, and it is taken out
happened-sentence-marked = { $who } marked sentence { $number } as “{ $to }” instead of “{ $from }”
happened-sentence-marked-back = { $who } marked a sentence as “{ $to }” instead of “{ $from }”
happened-claim-added = { $who } added the claim
happened-claim-split-off = { $who } split the claim off from claim { $number }
happened-claim-split = { $who } split the claim; the other parts are now claims of their own: { $numbers }
happened-claim-split-back = { $who } put the parts of the claim together again
happened-claims-merged = { $who } merged other claims into this one: { $numbers }
happened-claims-merged-back = { $who } took the merged claims apart again
happened-claim-merged = { $who } merged the claim into claim { $number }
happened-claim-reworded = { $who } reworded the claim
happened-claim-removed = { $who } took the claim out
happened-claim-restored = { $who } put the claim back
happened-chain-changed = { $who } changed the chain of sources from “{ $from }” to “{ $to }”
happened-chain-set = { $who } set the chain of sources to “{ $to }”
happened-chain-emptied = { $who } took the chain of sources “{ $from }” away
happened-chain-corrected = { $who } corrected what the text says of the sources
happened-spans-changed = { $who } changed which words the claim covers
happened-risk-set = { $who } changed the risk from “{ $from }” to “{ $to }”

happened-tags-given = { $who } gave the claim the tags “{ $given }”
happened-tags-taken = { $who } took the tags “{ $taken }” from the claim
happened-tags-changed = { $who } gave the claim the tags “{ $given }” and took “{ $taken }” away
happened-dates-set = { $who } changed for when the finding holds

happened-state-changed = { $who } moved the claim from “{ $from }” to “{ $to }”
happened-step-begin = { $who } began checking
happened-step-wait = { $who } asked outside and waits for an answer
happened-step-go-on = { $who } went on checking
happened-step-send = { $who } sent the claim to sign-off
happened-step-sign-off = { $who } signed off the claim
happened-step-send-back = { $who } sent the claim back
happened-step-re-open = { $who } re-opened the claim
happened-step-set-aside = { $who } set the claim aside: { $reason }

happened-assigned = { $who } gave the claim to { $to }
happened-assigned-taken = { $who } took the claim
happened-assigned-given-back = { $who } gave the claim back to the desk
happened-assigned-from = { $who } took the claim from { $from }
happened-assigned-passed = { $who } passed the claim from { $from } to { $to }
happened-assigned-again = { $who } changed what { $to } was given
happened-assigned-nobody = { $who } changed what is planned for the claim

happened-verdict-set = { $who } set the verdict “{ $to }”
happened-verdict-changed = { $who } changed the verdict from “{ $from }” to “{ $to }”
happened-verdict-withdrawn = { $who } withdrew the verdict “{ $from }”
happened-attribution-set = { $who } checked what the sources said: “{ $to }”
happened-finding-made = { $who } added to the finding
happened-text-action-set = { $who } decided what should happen to the text: “{ $to }”
happened-text-action-changed = { $who } changed what should happen to the text from “{ $from }” to “{ $to }”
happened-text-action-withdrawn = { $who } withdrew what should happen to the text: “{ $from }”

happened-evidence-attached = { $who } attached the evidence “{ $title }” ({ $stance })
happened-evidence-amended = { $who } changed the evidence “{ $title }”
happened-evidence-detached = { $who } took the evidence “{ $title }” from the claim
happened-comment-added = { $who } remarked
happened-comment-resolved = { $who } settled a remark
happened-contact-entered = { $who } asked { $name } for comment
happened-contact-amended = { $who } changed what came of asking { $name }
happened-contact-removed = { $who } took out that { $name } was asked

happened-source-added = { $who } entered the source “{ $title }”
happened-source-amended = { $who } changed the entry of the source “{ $title }”
happened-reliability-withdrawn = { $who } withdrew a note on the reliability of “{ $title }”
happened-source-merged = { $who } merged the source “{ $title }” into “{ $into }”
happened-source-unmerged = { $who } took the source “{ $title }” out of “{ $into }” again
happened-sources-told-apart = { $who } said that the sources “{ $title }” and “{ $other }” are different
happened-sources-told-apart-back = { $who } took back that the sources “{ $title }” and “{ $other }” are different
happened-reliability-noted = { $who } noted something on the reliability of “{ $title }”

happened-desk-set-up = { $who } set up the desk
happened-person-added = { $who } added { $name } as “{ $role }”
happened-role-changed = { $who } changed the role of { $name } from “{ $from }” to “{ $to }”
happened-person-disabled = { $who } barred { $name } from signing in
happened-person-enabled = { $who } let { $name } sign in again
happened-password-link-made = { $who } made a link with which { $name } can set a new password
happened-password-set = { $who } set the password of { $name }
happened-password-set-own = { $who } set a new password
happened-token-made = { $who } made the token “{ $title }”
happened-token-revoked = { $who } revoked the token “{ $title }”
happened-settings-changed = { $who } changed the settings of the desk
happened-view-shared = { $who } shared the view “{ $title }” with the desk
happened-view-amended = { $who } changed the shared view “{ $title }”
happened-view-withdrawn = { $who } took the shared view “{ $title }” from the desk
happened-report-frozen = { $who } froze report { $number }
happened-page-published = { $who } published report { $number } for everybody, at “{ $address }”
happened-page-moved = { $who } put report { $number } on the public page
happened-page-withdrawn = { $who } took the public page back
happened-reader-reported = A reader reported an error
happened-reader-answered = { $who } answered what a reader reported
happened-page = Public page
happened-reader-report = Report of a reader
happened-correction-entered = { $who } entered a correction ({ $kind })

## Fields that a line tells of

happened-field-title = Title
happened-field-byline = By
happened-field-publisher = Publisher
happened-field-source-url = Link
happened-field-published-on = Published on
happened-field-method-note = How it is checked
happened-field-selection-reason = Why it was chosen
happened-field-statement = Wording
happened-field-words = Words in the text
happened-field-substance = Verdict
happened-field-named-as = { $name }: named as
happened-field-reporting-words = { $name }: reporting words
happened-field-quotation = { $name }: its words
happened-field-assignee-id = Given to
happened-field-due-on = Due
happened-field-priority = Priority
happened-field-true-as-of = True as of
happened-field-recheck-by = Re-check by
happened-field-query = Filter
happened-field-attribution = What the sources said
happened-field-state = State
happened-field-url = Link
happened-field-accessed-on = Seen on
happened-field-archive-url = Archived copy
happened-field-party = Speaks for
happened-field-channel = How
happened-field-asked-on = Asked on
happened-field-question = Question
happened-field-outcome = What came of it
happened-field-answered-on = Answered on
happened-field-answer = Answer
happened-field-earlier = Taken over from
happened-field-excerpt = Passage
happened-field-stance = Says of the claim
happened-field-grade = Grade
happened-field-independence = Independence
happened-field-origin-id = Origin
happened-field-note = Note
happened-field-confidential = Confidential
happened-field-name = Name
happened-field-kind = Kind
happened-field-rating = Reliability
happened-field-holds-from = Holds from
happened-field-names = Other names of the entry that stays
happened-field-aliases = Other names
happened-field-country = Country
happened-field-links = Links
happened-field-interests = Interests
happened-field-methodology-url = Link to the method
happened-field-corrections-url = Link to the corrections
happened-field-four-eyes = A second person signs off
happened-field-proposed-wording = Proposed wording
happened-field-done = Done in the text
happened-field-published-text = Published text

## The line of time

timeline-undo = Undo
timeline-undo-label = Undo: { $what }
timeline-undone = undone later
timeline-takes-back = takes an earlier step back
timeline-step = { $count ->
    [one] Part of a step on one claim.
   *[other] Part of one step on { $count-shown } claims.
}
timeline-step-undo = Undo the whole step
timeline-was = was
timeline-now = now
timeline-empty = Nothing has happened yet.

## The history page

history-title = History
history-lead = Everything that was done on this desk, by whom and why. Lines are only ever added; a step can be taken back, and that is a line of its own.
history-filter = Narrow the history
history-person = Done by
history-anybody = Anybody
history-article = Article
history-any-article = All articles and the desk itself
history-show = Show
history-show-all = Show everything
history-empty-title = Nothing here
history-empty = What is done on this desk will stand here, line by line.
history-empty-narrowed = Nothing in the history fits what you chose.
history-check-article = Check that this article’s history is whole
history-check-desk = Check that the desk’s own history is whole
history-whole = { $count ->
    [one] The one line of this history is as it was written.
   *[other] All { $count-shown } lines of this history are as they were written.
}
history-broken-changed = Line { $line-shown } was changed after it was written. Compare the hash in an earlier report or a backup to see what it said.
history-broken-removed = Line { $line-shown } is missing. A backup may still have it.
history-broken-inserted = Line { $line-shown } was put in afterwards.
history-broken-missing = This whole history is missing. A backup may still have it.
history-refused-title = That step can’t be undone now
history-refused-step = The step
history-of-claim = History of the claim
done-undone = Undone. The history tells of it.
