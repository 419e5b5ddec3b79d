### What changed between two reports of an article.

compare-title = What changed
compare-lead = From { $from } to { $to }.
compare-report = report { $number } ({ $at })
compare-now = the check as it stands
compare-choose = Which reports to compare
compare-from = From
compare-to = To
compare-do = Compare
compare-same = Both say the same.
compare-article = The article
compare-changed = Claims that changed
compare-added = New claims
compare-removed = Claims that are gone
compare-evidence-changed = Evidence that changed
compare-corrections = Corrections since
compare-unchanged = { $count ->
    [one] One claim is just as it was.
   *[other] { $count-shown } claims are just as they were.
}
compare-piece = Evidence
compare-link = Chain: { $name }
compare-order = Chain
compare-reordered = The sources stand in another order.
compare-evidence = Evidence: { $title }
compare-open = What changed since
compare-before = What changed from the report before it
compare-since = What changed since it was frozen

## The fields of a report

report-field-title = Title
report-field-byline = By
report-field-publisher = Publisher
report-field-source-url = Link
report-field-published-on = Published on
report-field-version = Version of the text
report-field-method-note = How it was checked
report-field-selection-reason = Why it was chosen
report-field-article-state = Check
report-field-coverage-reason = Signed off with open sentences because
report-field-signed-off-by = Signed off by
report-field-statement = Wording
report-field-quote = Words in the text
report-field-state = State
report-field-substance = Is it so?
report-field-attribution = Did they say it?
report-field-rationale = Why
report-field-searched = What was searched
report-field-override-reason = An editor set aside what was missing
report-field-checked-by = Checked by
report-field-set-aside = Set aside
report-field-text-action = What should happen to the text
report-field-proposed-wording = Proposed wording
report-field-done = Done in the text
report-field-risk = Risk
report-field-true-as-of = True as of
report-field-recheck-by = To be re-checked by
report-field-independent-pieces = Independent pieces of evidence
report-field-circular = Evidence that goes back to one origin
report-field-evidence-title = Title
report-field-url = Link
report-field-archive-url = Archived copy
report-field-evidence-publisher = Publisher
report-field-evidence-published-on = Published on
report-field-accessed-on = Seen on
report-field-excerpt = Passage
report-field-grade = Grade
report-field-independence = Independence
report-field-origin = Origin
report-field-note = Note
report-field-confidential = Confidential
report-field-snapshot-sha256 = SHA-256 of the stored copy
