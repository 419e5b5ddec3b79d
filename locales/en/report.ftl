### Reports: the page where a form is chosen, and what stands in the reports themselves.

## Forms

export-format-html = Page
export-format-pdf = PDF
export-format-docx = Document
export-format-md = Markdown
export-format-csv = Table
export-format-xlsx = Workbook
export-format-json = Data
export-format-claimreview = ClaimReview
export-format-annotations = Web annotations
export-format-bibtex = References (BibTeX)
export-format-csl = References (CSL)
explain-export-format-html = One file with everything in it, to read, print or put on a site.
explain-export-format-pdf = Set for paper and for keeping, with bookmarks and links; screen readers can read it.
explain-export-format-docx = For Word and LibreOffice: the article with a comment at each claim, and all that was found.
explain-export-format-md = Plain text with simple marks, for editors and wikis.
explain-export-format-csv = One row a claim, for spreadsheets.
explain-export-format-xlsx = For Excel and LibreOffice: claims, evidence and who was asked, a sheet each.
explain-export-format-json = The whole report for other programs, nothing left out but what is confidential.
explain-export-format-claimreview = Signed-off claims in the form that fact-check search engines read.
explain-export-format-annotations = Each claim at its words in the article, for tools that show annotations on web pages.
explain-export-format-bibtex = The evidence as a list of references, for LaTeX and reference managers.
explain-export-format-csl = The same list as CSL-JSON, for Zotero, Pandoc and other programs.

## Choosing a form

report-choose = Reports
report-download = Download
report-findings = Before you publish as ClaimReview
report-findings-lead = Claims marked here are left out, or could be read better.
report-confidential-left-out = { $count ->
    [one] One piece of evidence is confidential and is left out.
   *[other] { $count-shown } pieces of evidence are confidential and are left out.
}

## Head of a report

report-kicker = Verification report
report-title = Verification report: { $title }
report-untitled = Article without a title
report-original = Original article
report-contents = Contents
report-skip = Skip to the claims
report-state = Check
report-signed-off = Signed off
report-by-at = by { $name }, { $at }
report-claims-value = { $count ->
    [0] none
    [one] 1, { $signed ->
        [0] not signed off
       *[other] signed off
    }
   *[other] { $count-shown }, of which { $signed-shown } signed off
}
report-coverage = Sentences
report-coverage-value = { $sentences-shown }: { $accounted-shown } accounted for, { $open-shown } open
report-coverage-reason = Signed off with open sentences because
report-set-aside = Set aside
report-confidential-count = Confidential
report-confidential-value = { $count ->
    [one] one piece of evidence is not shown
   *[other] { $count-shown } pieces of evidence are not shown
}
report-one-person = One-person desk
report-one-person-value = The person who set a verdict may also have signed it off.
report-desk = Checked by
report-version = Version
report-version-value = { $number }, entered { $at }
report-text-hash = SHA-256 of the text
report-assembled = Report made
report-frozen = Report number
report-frozen-value = { $number }, frozen by { $name }, { $at }
report-frozen-hash = SHA-256 of the report
report-frozen-key = Fingerprint of the key it is signed with
report-frozen-previous = Report before it
report-frozen-previous-value = { $number }, SHA-256 { $hash }

## Sections

report-method = How this was checked
report-method-article = About this article
report-selection = Why this article
report-methodology-link = How the desk works
report-corrections-link = How the desk corrects
report-summary = Summary
report-chart = Claims by verdict
report-chart-attribution = Claims by attribution
report-chart-state = Claims by work state
report-text = The article
# Long reports are set in parts; these stand behind "The article", "Claims", "Sources".
report-pdf-part = part { $part } of { $parts }
report-pdf-range = { $first } to { $last }
# What links inside the file are called by screen readers.
report-pdf-to-claim = Claim { $number }
report-pdf-to-text = Claim { $number } in the article
report-pdf-missing = { $count ->
    [one] One character is shown as □ or without its accent, because no font in this form has it. The other forms of the report have it.
   *[other] { $count-shown } characters are shown as □ or without their accents, because no font in this form has them. The other forms of the report have them.
}
report-text-lead = Each number leads to a claim below.
report-claims = Claims
report-no-claims = No claims have been taken from this article.
report-sources = Sources the article cites
report-corrections = Corrections
report-people = People

## A claim

report-claim = Claim { $number }
report-no-verdict = No verdict yet
report-in-text = Show in the article
report-substance = Is it so?
report-attribution = Did they say it?
report-source = Source
report-cue = In the article
report-said = Did they say it?
report-named-as = named as “{ $text }”
report-quoted = “{ $text }”
report-cue-words = in the words “{ $text }”
report-rationale = Why
report-searched = What was searched
report-set-aside-because = Set aside: { $reason }
report-evidence-for = Evidence for it
report-evidence-against = Evidence against it
report-evidence-context = Background
report-no-evidence = No evidence is attached.
report-confidential = Confidential evidence, not shown
report-published = published { $date }
report-accessed = seen { $date }
report-found-by = found by { $name }
report-origin = goes back to { $name }
report-snapshot = stored copy, SHA-256 { $hash }
report-independent = { $count ->
    [one] One independent piece of evidence
   *[other] { $count-shown } independent pieces of evidence
}
report-circular = Several pieces of evidence go back to the same origin and count as one.
report-archived = archived copy
report-contacts = Asked for comment
report-contact-confidential = Somebody whose name is not shown
report-contact-question = Question
report-contact-answer = Answer
report-text-action = What should happen to the text
report-proposed = Proposed wording
report-done = done
report-not-done = not done yet
report-risk = Risk: { $risk }
report-priority = Priority: { $priority }
report-assignee = With { $name }
report-due = Due { $date }
report-true-as-of = True as of { $date }
report-recheck-by = To be re-checked by { $date }
report-checked-by = Checked by { $name }, { $at }.
report-signed-by = Signed off by { $name }, { $at }.
report-override = An editor set aside what was missing: { $reason }
report-earlier = Earlier findings
report-earlier-finding = { $at }, { $name }: { $verdict }; attribution: { $attribution }. { $rationale }
report-second = Second check, made without seeing what was found before
report-second-who = { $name }, { $at }; asked by { $asker }, { $asked }
report-second-agrees = Agrees with the finding of { $name }, { $at }.
report-second-differs = Differs on the substance from the finding of { $name }, { $at }.
report-second-differs-on-sources = Agrees on the substance with the finding of { $name }, { $at }, and differs on what the sources said.
report-second-link-gone = A source that the chain names no more

## Sources, corrections, people, footer

report-aliases = Also called { $names }
report-interests = Interests
report-reliability = Reliability
report-reliability-rated = { $rating } from { $date }. { $note }
report-reliability-by = { $name }, { $date }
report-links = Links
report-was = It said
report-now = It now says
report-because = Why
report-correction-signed-off = the claim was signed off by { $name }
report-correction-found = found by { $name }
report-correction-approved = approved by { $name }
report-part-checked = { $count ->
    [one] checked one claim
   *[other] checked { $count-shown } claims
}
report-part-second = { $count ->
    [one] checked one claim a second time
   *[other] checked { $count-shown } claims a second time
}
report-part-signed = { $count ->
    [one] signed off one claim
   *[other] signed off { $count-shown } claims
}
report-part-found = { $count ->
    [one] found one piece of evidence
   *[other] found { $count-shown } pieces of evidence
}
report-footer = { $lines ->
    [0] No history yet. Made with { $tool }.
   *[other] History: { $lines-shown } { $lines ->
        [one] entry
       *[other] entries
    }, last hash { $hash }. Made with { $tool }.
}

## Checking a report's file against the desk

problem-not-a-report = This file is no report of this program in the JSON form.
report-file-same = This is the report just as this desk froze it.
report-file-changed = This is not what this desk froze under that number: the file was changed.
report-file-copy-changed = This is the report just as it was frozen, but this desk’s own copy of it was changed since.
report-file-not-frozen = This report was exported without being frozen, so nothing here can tell whether the file was changed.
report-file-unknown = This desk froze no such report.
report-history-same = The history of the check is unchanged up to the entry that the report names.
report-history-rewritten = The history of the check was rewritten since: another entry stands where the report’s last one was.
report-history-missing = The history of the check does not reach to the entry that the report names.
report-history-broken = The history of the check is broken.
report-copy-changed = It does not say what was frozen.
report-copy-missing = It is gone.
report-copy-inserted = Nobody froze it.

## ClaimReview: what keeps a claim out, and what could be better

claimreview-not-signed-off = Not signed off yet.
claimreview-no-verdict = It has no verdict.
claimreview-not-checkable = Claims that can’t be checked are not published in this form.
claimreview-confidential = All its evidence is confidential, so readers could not follow the check.
claimreview-other-desk = { $desk } checked it, not this desk. Check it here before it is published as ours.
claimreview-other-desk-unnamed = Another desk checked it, not this one. Check it here before it is published as ours.
claimreview-no-statement = The claim has no wording.
claimreview-markup = The wording holds markup; write it as plain text.
claimreview-long = The wording has { $count-shown } characters; readers show about 75.
claimreview-rating-word = The wording holds the verdict “{ $word }”; leave the verdict to the rating.
claimreview-no-label = The verdict has no label.
claimreview-label-long = The verdict’s label has { $count-shown } characters; about 50 are shown.
claimreview-numbers = The rating’s numbers do not fit the scale.
claimreview-label-shared = The label “{ $label }” stands for verdicts with different numbers.
claimreview-no-url = The desk has no public address; an admin can set it.
claimreview-url-not-public = The desk’s address is not one that the public can reach.
claimreview-url-short = The desk’s address is a link shortener.
claimreview-url-home = The claim has no page of its own.
claimreview-url-twice = Another claim has the same page address.
claimreview-no-desk-name = The desk has no name; an admin can set it.
claimreview-no-author-name = Nobody is named for the claim.
claimreview-own-claim = The claim is the desk’s own; only claims by others can be published in this form.
claimreview-own-article = The article stands on the desk’s own site.
claimreview-appearance = The article’s address is not one valid link.
claimreview-no-appearance = The article has no address.
claimreview-no-same-as = “{ $name }” has no link in the register of sources.
claimreview-date-order = The article is dated after the check.
claimreview-date-future = A date lies in the future.
claimreview-not-on-page = The report page does not show this wording with this verdict.
claimreview-several = This export as a whole: { $count-shown } claims share one page, and search engines show a result only for pages with one.
claimreview-no-corrections = This export as a whole: the desk has given no address for its corrections policy.
claimreview-no-methodology = This export as a whole: the desk has given no address for its way of working.
