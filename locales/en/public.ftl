### Public pages: what readers see, and how a report gets there.

public-corrections-link = Corrections page
public-corrections-of = Corrections: { $title }
public-corrections-none = Nothing has been corrected since this report.
public-feed = Corrections as an Atom feed
public-missing = There is nothing here
public-missing-lead = No page is at this address. It may have been typed wrong, or taken back.
public-back = Back to the report

public-error-title = Report an error
public-error-claim = Report an error in claim { $number }
public-error-lead = Did we get something wrong? Say what, and how you know. You need not give your name.
public-error-which = Number of the claim, if it is about one
public-error-what = What is wrong
public-error-contact = How we can reach you, if you want an answer
public-error-trap = Leave this empty
public-error-do = Send to the desk
public-reported = Thank you
public-reported-lead = What you wrote is with the desk now. If it turns out that something has to be corrected, the correction will stand on the page.

public-feed-desk = Fact checks by { $name }
public-feed-desk-unnamed = Fact checks
public-feed-of = Corrections: { $title }
public-feed-correction = { $kind }, { $date }
report-in-a-sentence = { $count ->
    [0] No claims.
    [one] One claim.
   *[other] { $count-shown } claims.
}

## Publishing

publish-title = Public page
publish-off = Nobody outside the desk can read this report.
publish-lead = A published report can be read by everybody who has its address, without signing in. It says what was frozen and nothing else.
publish-address = Address
publish-address-hint = Letters, digits and hyphens. Pages with an address that you choose stand in the desk’s feed. Leave it empty for an address that nobody can guess: such a page is in no feed and asks search engines to stay away.
publish-do = Publish this report
publish-here = This report is public:
publish-elsewhere = Report { $number } of this article is public:
publish-move = Put this report there instead
publish-withdraw = Take the page back
publish-withdraw-confirm = The page’s address will lead nowhere. Take it back?
publish-editors = An editor of your desk can publish the report.
done-page-published = The report is public.
done-page-moved = The public page now shows this report.
done-page-withdrawn = The public page is taken back.

## What readers report

readers-title = Reports from readers
readers-lead = What readers of public pages say is wrong. Answer each: what was found, and what was done.
readers-none = No report waits for an answer.
readers-none-answered = None has been answered yet.
readers-waiting = Waiting
readers-answered = Answered
readers-show = Which reports to show
readers-contact = Can be reached: { $contact }
readers-no-claim = The page as a whole
readers-report = The report they saw
readers-resolution = What was found, and what was done
readers-resolve = Answer
readers-resolved = { $name }, { $at }
readers-wait = { $count ->
    [one] One report from a reader waits for an answer
   *[other] { $count-shown } reports from readers wait for an answer
}
readers-on-claim = { $count ->
    [one] A reader reports an error in this claim.
   *[other] { $count-shown } readers report an error in this claim.
}
done-reader-answered = It is answered.

thing-public-page = public page
thing-reader-report = report of a reader
problem-public-elsewhere = The article’s public page has another address. Take it back first.
problem-already-resolved = Somebody answered this already.
problem-readers-full = The desk can’t take more reports on this page at the moment, because many wait for an answer. Please try again tomorrow.
problem-reader-throttled = Several reports came from your address one after the other. Wait { $seconds ->
    [one] one second
   *[other] { $seconds-shown } seconds
} and send it again.
problem-reader-report-too-large = This is too long. Please shorten it to what is wrong, and how you know.
field-not-an-address = An address has letters from a to z, digits and hyphens, and a hyphen is neither its first nor its last sign.
field-address-too-short = An address has at least { $least-shown } signs.
field-address-taken = This address is taken. Choose another.
field-public-elsewhere = The article’s public page has another address.
field-claim-not-on-page = This page has no claim with that number.
