### The desk in figures.

figures-title = Figures
figures-as-of = As of { $at }. What goes on in time covers twelve weeks.
figures-pdf = For paper (PDF)
figures-table = As a table
figures-nothing = Nothing to count yet.
figures-none = –

figures-articles = How far checks are
figures-articles-lead = The claims of articles in check, by who has to act; the newest articles first.
figures-articles-head = Article
figures-coverage = Sentences accounted for
figures-accounted = { $accounted-shown } of { $sentences-shown }

figures-people = Who has how much
figures-people-lead = Claims that somebody still has to act on, by when they are due.
figures-people-head = Person
figures-nobody = Nobody yet
figures-due-overdue = Overdue
figures-due-today = Due today
figures-due-week = Due within a week
figures-due-later = Later or undated

figures-ages = How old open claims are
figures-ages-lead = Days since the claim was made.
figures-ages-head = Age
figures-open = Open claims
figures-age-day = Less than a day
figures-age-days = { $from } to { $to } days
figures-age-more = { $from } days and more

figures-sign-offs = Time to sign-off
figures-sign-offs-lead = Days from the claim to its sign-off, by the week of the sign-off: half of the claims took no longer.
figures-sign-offs-head = Week from
figures-median = Days, half of the claims
figures-ninth-decile = Days, nine of ten
figures-signed-off = Claims signed off

figures-verdicts = What came out
figures-verdicts-lead = Verdicts on substance that stand, by the week in which they were set.
figures-verdicts-head = Week from

figures-substance = What sources were cited for
figures-substance-lead = The verdicts on the claims that sources were cited for, in these weeks; those cited most come first.
figures-substance-head = Source

figures-fidelity = Did they say it?
figures-fidelity-lead = How faithfully articles gave these sources’ words: the share of each finding.
figures-fidelity-head = Source
