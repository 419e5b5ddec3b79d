### The queue of claims.

queue-title = Claims
queue-views = Views
queue-view-mine = Mine
queue-view-unassigned = Nobody’s
queue-view-sign-off = For sign-off
queue-view-due = Due today or late
queue-view-risk = High risk
queue-view-recheck = To re-check
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
queue-sort = Order
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
queue-none-ticked = Tick at least one claim.
queue-give-to = Give to
queue-as-it-is = As it is
queue-priority = Priority
queue-message = Message
queue-assign-do = Assign
queue-take = Take them
queue-move-to = Move to
queue-set-aside = Why set aside
queue-reason = Reason
queue-move-do = Move
queue-risk-do = Set the risk
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
queue-late = Overdue since { $date }
queue-tick-hint = Tick claims to change several at once; hold Shift for a range.
queue-nothing-chosen = Choose a person, a date or a priority.
queue-no-date-chosen = Choose at least one date.
queue-risk-kind = Kind of risk
queue-risk-of = High risk: { $kinds }
queue-due-overdue = Overdue
queue-due-now = Today or late
queue-due-today = Today
queue-due-week = Within a week
queue-due-none = No date
queue-recheck = Re-check
queue-recheck-now = Due now
queue-recheck-due = To re-check since { $date }
queue-recheck-by = Re-check by { $date }
queue-article = Article
queue-tag = Tag
queue-tags = Tags
queue-tag-add = Give the tags
queue-tag-remove = Take the tags away
queue-tag-hint = Separate tags by commas.
queue-tag-do = Change the tags
queue-dates = Validity
queue-dates-do = Set the dates
queue-move = Move
queue-whole-filter = { $count ->
    [one] The one claim that fits the filter
   *[other] All { $count-shown } that fit the filter, not only the ticked ones
}
queue-count = { $count ->
    [one] One claim fits
   *[other] { $count-shown } claims fit
}
queue-count-more = More than { $count-shown } claims fit
queue-undone = { $count ->
    [0] No claim was put back.
    [one] One claim was put back as it was.
   *[other] { $count-shown } claims were put back as they were.
}

## Before many claims are changed

bulk-title = Check before it is done
bulk-lead = Nothing has been changed yet. Each claim goes by the same rules as one alone.
bulk-what = What would be done
bulk-field = { $field }: { $value }
bulk-would-change = { $count ->
    [0] No claim would change
    [one] One claim would change
   *[other] { $count-shown } claims would change
}
bulk-which = Which ones
bulk-more = { $count ->
    [one] and one more
   *[other] and { $count-shown } more
}
bulk-left = { $count ->
    [one] One claim would be left as it is
   *[other] { $count-shown } claims would be left as they are
}
bulk-apply = Apply
bulk-change = Back to the form
bulk-undone-title = Taken back, but not everywhere
