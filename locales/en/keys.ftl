### Keys: what they do, and the page where a person changes them.

keys-title = Keys on this page
keys-are-off = Keys are switched off in your settings.
keys-save-typed = Save what you are typing
keys-leave = Leave a field, so that keys work again
keys-control = Ctrl
keys-enter = Enter
keys-escape = Esc
keys-change = Change the keys
keys-verdict = Verdict: { $verdict }
keys-stance = A pasted link: { $stance }

key-action-help = Show the keys of the page
key-action-new = New article
key-action-inbox = To your inbox
key-action-next = Next claim or line
key-action-previous = Previous claim or line
key-action-unreviewed = Next claim that is not decided yet
key-action-open = Open the line
key-action-tick = Tick the line
key-action-tick-range = Tick all lines since the last one
key-action-search = To the search field
key-action-take = Take the claim
key-action-evidence = Add evidence
key-action-send = Save and send to sign-off
key-action-list = Back to the list
key-action-up = Back to the article or claim it belongs to
key-action-assign = Give the claim to somebody
key-action-finding = Change a finding that is done
key-action-attribution = To “Did they say it?”
key-action-rationale = To the rationale
key-action-searched = To what was searched
key-action-text-action = To what should happen to the text
key-action-wording = To the proposed wording
key-action-save = Save
key-action-begin = Begin or go on checking
key-action-wait = Wait for an answer
key-action-sign-off = Sign off
key-action-send-back = Send back, or re-open
key-action-set-aside = Set aside
key-action-take-over = Take over what was found for a claim that says the same
key-action-remark = To a new remark
key-action-ask-second = Ask for a second check
key-action-open-sentence = Next sentence that is open
key-action-kinds = Show what kind each sentence is
key-action-make-claim = Make a claim of the marked words
key-action-mark-words = Mark words of the text without a mouse
key-action-mark-source = The marked words are the source
key-action-mark-cue = The marked words say that something is said
key-action-mark-content = The marked words are what is said

key-settings-title = Keys
key-settings-lead = One key for each action. They work wherever you are not typing; a field left empty gives an action no key.
key-settings-on = Keys work
key-settings-on-hint = Switch them off if you dictate, or if another tool of yours uses single keys.
key-settings-moving = Moving about
key-settings-verdicts = Verdicts
key-settings-claim = On a claim
key-settings-article = In the reading view
key-settings-stances = After pasting a link on a claim
key-settings-usual = usually { $key }
key-settings-reset = Back to the usual keys
key-settings-open = Change the keys
key-settings-state-on = Keys work, { $count ->
    [0] all as usual.
    [one] one of them changed.
   *[other] { $count-shown } of them changed.
}
key-settings-state-off = Keys are switched off.
done-keys-changed = Your keys are saved.
done-keys-reset = All keys are as usual again.
field-key-not-one = Type one letter, digit or sign.
field-key-browser = Browsers use “{ $key }” for a search of their own. Choose another key.
field-key-taken = “{ $key }” is the key of both “{ $this }” and “{ $other }”. Give one of them another key.

claim-to-list = Back to the list
claim-next-unreviewed = Next undecided
done-step-send-last = The claim waits for sign-off. Nothing else of this list waits for you.
done-step-sign-off-next = The claim is signed off. This is the next one that waits for it.
done-none-unreviewed = Nothing else here waits for a decision of yours.
