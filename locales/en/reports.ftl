### The pages where reports are taken, frozen and corrected.

reports-lead = The check as it stands now. Confidential evidence is in no form.
reports-forms = Take the report
reports-download-label = Download: { $form }
reports-open = Open
reports-open-label = Open: { $form }
reports-findings-none = Every claim goes out, and there is nothing to better.
reports-findings-no-claims = There are no claims yet, so this form holds nothing.
reports-findings-of = { $count ->
    [one] One claim
   *[other] { $count-shown } claims
}
reports-left-out = Left out
reports-goes-out = Goes out

reports-frozen = Frozen reports
reports-frozen-lead = A frozen report keeps its number and hash and stays as it is, whatever happens to the article afterwards.
reports-frozen-none = No report of this article is frozen yet.
reports-frozen-title = Report { $number }
reports-frozen-at = Frozen
reports-frozen-by = By
reports-freeze = Freeze the report as it is now
reports-freeze-confirm = A frozen report can’t be changed or removed. Freeze it as it is now?
reports-freeze-editors = An editor of your desk can freeze the report.
done-report-frozen = The report is frozen.

reports-corrections-lead = What was changed in the article after it was published. Corrections stand in every later report and are never changed or removed.
reports-corrections-none = No correction was entered.
reports-corrections-editors = An editor of your desk can enter a correction.
reports-correct = Enter a correction
reports-correct-kind = What kind of change
reports-correct-kind-hint = A typo, clarification or correction needs both wordings, a correction also the reason. An update needs the new wording, a retraction the reason.
reports-correct-claim = Claim it is about
reports-correct-claim-none = None in particular
reports-correct-was = What the article said
reports-correct-now = What it says now
reports-correct-why = Why
reports-correct-found = Who found it
reports-correct-found-hint = This name is published in the report. Leave it empty if the person does not want that.
reports-correct-published = Published on
reports-correct-published-hint = Today, if you leave it empty.
reports-correct-do = Enter the correction
done-correction-entered = The correction is entered. It stands in every report from now on.

reports-show-about = About this report
reports-show-number = Number
reports-show-hash = SHA-256 of the report
reports-show-history = Last hash of the history before it
reports-show-key = The whole key
reports-show-verify = Verify it
reports-show-verify-lead = Download the form “{ $form }” and run this where the desk runs. It says whether the file is what was frozen and whether the history behind it is unchanged. Anywhere else, with this desk’s key given to --key, it says whether the file is what the desk signed.
