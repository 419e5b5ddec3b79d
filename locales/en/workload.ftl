### Who has how much.

workload-title = Workload
workload-lead = Open claims by person. Each number leads to just these claims; passing them on changes neither their state nor their history.
workload-person = With
workload-open = Open
workload-overdue = Overdue
workload-today = Due today
workload-week = Due within a week
workload-pass-on = Pass on
workload-claims = { $count ->
    [0] none
   *[other] { $count-shown }
}
workload-late = { $count-shown } late
workload-none = none
workload-nothing = Nothing to pass on
workload-checks-no-more = can’t be given claims
workload-which = Which claims
workload-to-whom = Choose a person
workload-preview = Preview
workload-part-open = All open ({ $count-shown })
workload-part-overdue = Overdue ({ $count-shown })
workload-part-today = Due today ({ $count-shown })
workload-part-week = Due within a week ({ $count-shown })
