### The help page.

help-title = Help
help-lead = How a check goes on this desk, and what its words mean.
help-steps = From an article to a report
help-step-1 = Put the article in
help-step-1-say = Paste it or choose a file. Every sentence gets a kind; what can be checked becomes a claim with the sources the article cites for it.
help-step-2 = Give the claims to people
help-step-2-say = Tick claims in the list, choose a person and a date. They find them under “My queue”.
help-step-3 = Check
help-step-3-say = Two questions, judged apart: did that source say it, and is it so? Attach what you found, and write why.
help-step-4 = Send to sign-off
help-step-4-say = The page says what is still missing. A second person signs off, or sends it back with a reason.
help-step-5 = Account for the rest
help-step-5-say = A sentence without a claim is open until somebody makes a claim of it or says what it is. Then the article can be signed off.
help-step-6 = Hand the report out
help-step-6-say = As a page, as a table, as data. Confidential evidence stays here; it is counted, not shown.
help-states = Who has to act
help-substances = Is it so?
help-attributions = Did that source say it?
help-keys = Keys
help-keys-say = Every page can be worked from the keyboard. One key shows the keys of the page you are on; they sleep while you type, and can be changed or switched off.
help-keys-show = Show the keys
