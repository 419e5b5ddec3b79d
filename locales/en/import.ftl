### Reports in the JSON form that are imported.

done-report-imported = The check is imported as the report tells it. What was done before, was done by people of the other desk.
article-new-limit-report = Plain text, Markdown or a saved web page, { $count ->
    [0] not too large
   *[other] up to { $count-shown } MB
}; or a report in the JSON form, which brings its whole check.
article-report-not-here = This is a report in the JSON form. It becomes an article of its own, under “New article”, without a text beside it.
article-report-unfit = This report was not imported; above is why.
article-import-again = Import the report all the same: it becomes a second article
happened-another-desk = another desk
happened-report-imported = { $who } imported the check of “{ $title }” with { $count ->
    [0] no claims
    [one] one claim
   *[other] { $count-shown } claims
} from a report of { $desk }
person-elsewhere = Of another desk: named by an imported report
person-elsewhere-of = Of another desk, { $desk }: named by an imported report

report-taken-from = Check made elsewhere
report-taken-from-unnamed = another desk
report-taken-from-value = { $number ->
    [0] by { $desk }, as its report of { $made } tells it
   *[other] by { $desk }, as its frozen report { $number-shown } of { $made } tells it
}; imported by { $name }, { $at }. SHA-256 of the report: { $hash }

## Why a report can’t be imported

problem-report-known = The desk has this article already: “{ $title }”.
problem-report-unfit = This report can’t be imported, and nothing of it was. { $place ->
    [none] { "" }
   *[other] At { $place }:{ " " }
}{ $what }{ $why ->
    [none] .
   *[other] { " " }({ $why }).
}
misfit-unreadable = it is no report in the JSON form
misfit-later-form = it is in a form that only a later version of this program knows
misfit-unknown-field = this version of the program does not know that field
misfit-nul = the text holds the character NUL
misfit-no-text = there is no text
misfit-long-text = the text is longer than this desk takes
misfit-text-hash = the hash is not that of the text, so one of the two was changed
misfit-signature = the signature is not one on what the report says, so it was changed since it was signed
misfit-span-outside = the place is not in the text
misfit-sentence-order = the sentence begins before the one ahead of it ends
misfit-other-words = it does not say what stands at its place in the text
misfit-number-unfit = the number is out of range
misfit-twice = this is there twice
misfit-no-evidence = the report has no such piece of evidence
misfit-no-source = the report has no such source
misfit-no-claim = the report has no such claim
misfit-no-link = the chain has no such link
misfit-no-name = there is no name
misfit-no-finding = it is from none of the findings
misfit-several-in-force = several findings are in force
misfit-agreement = whether it agrees is not what the two findings say
misfit-no-reason = it is set aside, and nothing says why
misfit-not-a-link = this is not a web address
misfit-long = it is longer than it may be
misfit-date = the year is not one from 1 to 9999
misfit-figure = the figure is not one from 0 to 1
