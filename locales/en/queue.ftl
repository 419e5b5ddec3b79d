### The queue of claims.

queue-title = Claims
queue-views = Views
queue-view-mine = Mine
queue-view-unassigned = Nobody’s
queue-view-sign-off = For sign-off
queue-view-due = Due today or late
queue-view-risk = High risk
queue-view-all = All
queue-filter = Filter
queue-filter-do = Show
queue-show-all = Show all
queue-words = Words
queue-state = State
queue-open = Open
queue-any = Any
queue-anybody = Anybody
queue-nobody = Nobody
queue-me = Me
queue-assignee = With
queue-substance = Is it so?
queue-attribution = Did they say it?
queue-risk = Risk
queue-high-risk = High risk
queue-due = Due
queue-due-before = Due before
queue-no-date = No date
queue-late = late
queue-sort = Order
queue-of-article = Only from “{ $title }”
queue-of-source = Only with { $name } in the chain
queue-claim = Claim
queue-verdicts = Verdicts
queue-no-verdict = No verdict yet
queue-none = No claims yet
queue-none-next = Claims come from articles: put one in, and it is broken into claims.
queue-none-fit = No claim fits
queue-none-fit-next = Loosen the filter, or show all.
queue-tick = Claim
queue-tick-all = Tick all on this page
queue-bulk = Change the ticked claims
queue-ticked = ticked
queue-tick-hint = Tick claims to change several at once; hold Shift for a range.
queue-none-ticked = Tick at least one claim.
queue-nothing-chosen = Choose a person, a date or a priority.
queue-give-to = Give to
queue-as-it-is = As it is
queue-priority = Priority
queue-message = Message
queue-assign-do = Assign
queue-take = Take them
queue-more = More
queue-move-to = Move to
queue-set-aside = Why set aside
queue-reason = Reason
queue-move-do = Move
queue-move-confirm = Every ticked claim that may go there is moved. Each step can be undone from the history.
queue-risk-do = Set the risk
queue-whole-filter = All that fit the filter, not only the ticked ones
queue-changed = { $count ->
    [0] No claim was changed.
    [one] One claim was changed.
   *[other] { $count-shown } claims were changed.
}
queue-left = { $count ->
    [one] One claim was left as it was:
   *[other] { $count-shown } claims were left as they were:
}
queue-see-history = History
