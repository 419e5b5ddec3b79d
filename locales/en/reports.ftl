### The pages on which reports are chosen, frozen and corrected.

report-standing = As the check stands now
report-forms = Forms
report-open = Open
report-frozen-title = Frozen reports
report-frozen-lead = A frozen report has a number and a hash and never changes, whatever happens to the article afterwards.
report-freeze = Freeze a report
report-freeze-confirm = The report is frozen as the check stands now. It can’t be changed or taken back.
report-frozen-when = Frozen
report-frozen-by = by { $name }, { $at }
report-numbered = Report { $count-shown }
report-hash = SHA-256 of the report
report-history-head = History up to
report-verify-say = Whether a file is this report can be checked by anybody who has the desk. Download the form “Data” and run:
report-finding-out = left out:
report-corrections-none = Nothing was corrected after publication.
report-correct = Enter a correction
report-correct-do = Enter it
report-correction-kind = Kind
report-correction-found-by = Found by (this name is published)
report-correction-day = Published on
done-report-frozen = The report is frozen.
done-correction-entered = The correction is entered. It stands in every report from now on.
