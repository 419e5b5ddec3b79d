### The page of one claim.

claim-page-title = Claim { $number }: { $statement }
claim-number = Claim { $count-shown }
claim-to-article = To the article
claim-neighbours = Claims of this article
claim-before = Previous claim
claim-after = Next claim
claim-attribution = Attribution:
claim-risky = High risk
claim-priority-is = Priority: { $priority }
claim-due-on = Due { $date }
claim-was-due = Was due { $date }
claim-mine = Yours
claim-nobody = Nobody
claim-signed-off-by = Signed off by { $name }
claim-passage = The passage
claim-is-removed = This claim was taken out on { $date }. Its work is kept.
claim-restore = Put it back
claim-to-the-form = To the form
claim-choose = Choose

## What was found

claim-finding = Finding
claim-found-by = By { $name }
claim-no-finding = Nothing was found yet.
claim-finding-change = Change the finding
claim-finding-reopens = Another finding re-opens the claim. Ticking the text as done does not.
claim-finding-in-review = Whoever changes the finding can’t sign it off.
claim-did-they-say-it = Did they say it?
claim-said-by = Did { $name } say it?
claim-note-on = Note on { $name }
claim-note-hint = What exactly was said, where, when
claim-not-looked-at = Not looked at yet
claim-link-gone = A source that is no longer in the chain
claim-substance = Is it so?
claim-rationale = Why
claim-rationale-hint = So that somebody else comes to the same finding.
claim-searched = What was searched
claim-searched-optional = needed where there is no evidence
claim-text-action = What should happen to the text
claim-text-undecided = Not decided
claim-text-done = Done in the text
claim-text-is-done = done
claim-text-is-open = still to be done
claim-proposed-wording = Proposed wording
claim-override-summary = Let it pass although something is missing
claim-override = Why it may pass
claim-override-hint = The reason stands in the history and in the report.
claim-overridden = An editor let it pass with a reason.
claim-finding-save = Save the finding
claim-finding-save-and-send = Save and send to sign-off
claim-saved-not-sent = Your finding is saved, but the claim was not sent to sign-off.

## The chain

claim-chain = Chain of sources
claim-chain-add = Add a source
claim-chain-change = Change the chain
claim-chain-lead = Nearest to the reader first. Empty a name to take the source out. Words of the text are looked for where the claim stands. Findings on sources that stay are kept.
claim-chain-new = One more source
claim-chain-place = Place
claim-chain-source = Source
claim-chain-role = Part it plays
claim-chain-kind = Kind, if it is new
claim-chain-quotation = Its words
claim-words-change = Change which words of the text it covers
claim-words = What was said, in the words of the text
claim-words-hint = Copy the words from the text, one piece a line. The statement stays as it is.
claim-taken-for = Taken for
claim-chain-save = Save the chain
field-not-a-place = A place is a number: 1 is nearest to the reader.
field-searched-required = Attach a piece of evidence, or say here what was searched.

## What is next

claim-side = Steps and assignment
claim-next = What is next
claim-four-eyes = You set this verdict, so somebody else has to sign it off.
claim-state = State
claim-reason = Why
claim-reason-more = More about it
claim-set-aside-why = Why it is not checked
claim-todo = Before sign-off
claim-todo-verdict = A verdict on the substance
claim-todo-rationale = The reason for it
claim-todo-evidence-or-search = Evidence, or a note of what was searched
claim-todo-second-independent-piece = A second independent piece, because the risk is high
claim-todo-links = { $links ->
    [one] { $seen ->
        [0] The source of the chain: not looked at
       *[other] The source of the chain: looked at
    }
   *[other] Sources looked at: { $seen-shown } of { $links-shown }
}
claim-todo-done = (done)
claim-todo-open = (open)

## Who has it

claim-assignment = Assignment
claim-assignee = Checked by
claim-due = Due
claim-priority = Priority
claim-message = Message
claim-take = Take it
claim-give-back = Give it back
claim-assign = Assign
claim-assign-do = Save the assignment

## Changing the claim

claim-changing = The claim itself
claim-reword = Put it in other words
claim-statement = Statement
claim-statement-hint = A sentence that stands on its own; the article’s own words stay as they are.
claim-risk = Risk
claim-risk-is = Risk: { $risk }
claim-risk-hint = High where an error would harm people, bring legal trouble or break the story. To be confirmed, the claim then needs two independent pieces of evidence.
claim-split = Split into several claims
claim-split-parts = The parts, each on a line of its own
claim-split-hint = Break the line where one part ends and the next begins. Each line keeps the words of the text; leave out those that belong to no part, and join pieces with “ … ”. The first part keeps the number; the others become claims with the same sources and evidence.
claim-split-do = Split
claim-merge = Merge with other claims
claim-merge-numbers = Numbers of the other claims
claim-merge-hint = For example: 4, 7. They are taken out; this claim covers their words and takes over their sources and evidence. All histories are kept.
claim-merge-do = Merge
claim-remove = Take it out
claim-remove-confirm = The claim leaves the article and the queue. Its work is kept, and it can be put back.

## Remarks

claim-remarks = Remarks
claim-remark = Remark
claim-remark-add = Add a remark
claim-remark-do = Add it
claim-no-remarks = No remarks.
claim-settle = Settle
claim-settle-do = Settle it
claim-resolution = How it was settled
claim-settled-by = Settled by { $name }

## History

claim-history = History
claim-history-all = All of it

## After a conflict

claim-last-change = Last change:
claim-kept-title = What you typed
claim-kept-lead = The form is no longer offered, so your words stand here. Copy what you need.

## What was done

done-verdict-set = The finding is saved.
done-step-begin = The checking has begun.
done-step-go-on = The checking goes on.
done-step-wait = The claim waits for an answer.
done-step-send = The claim waits for sign-off. You have nothing else to check.
done-step-send-next = The claim waits for sign-off. This is your next one.
done-step-sign-off = The claim is signed off.
done-step-send-back = The claim is sent back.
done-step-re-open = The claim is open again.
done-step-set-aside = The claim is set aside.
done-claim-taken = The claim is yours.
done-claim-assigned = The claim is assigned.
done-claim-given-back = Nobody has the claim now.
done-claim-order-changed = The assignment is saved.
done-claim-reworded = The statement is saved.
done-claim-split = The claim is split. Word each part so that it stands on its own.
done-claims-merged = The claims are merged. Check that the statement says all of it.
done-claim-removed = The claim is taken out.
done-claim-restored = The claim is back.
done-risk-set = The risk is saved.
done-chain-changed = The chain is saved.
done-comment-added = Your remark is added.
done-comment-resolved = The remark is settled.
