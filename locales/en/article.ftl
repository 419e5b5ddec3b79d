### Articles: the list, putting one in, and the reading view.

## The list

articles-title = Articles
articles-search = Search titles and texts
articles-search-do = Search
articles-views = Which articles
articles-all = All
articles-article = Article
articles-claims = Claims
articles-state = State
articles-added = Added
articles-progress = { $count ->
    [one] { $settled ->
        [0] 1 claim, not settled
       *[other] 1 claim, settled
    }
   *[other] { $settled-shown } of { $count-shown } settled
}
articles-no-claims = No claims
articles-none = No article is here yet
articles-none-next = Paste a text or choose a file. It is taken apart into its claims, with the source the text gives for each.
articles-none-do = Put the first article in
articles-none-wait = An editor of your desk puts articles in. They appear here as soon as there are any.
articles-none-fit = No article fits
articles-none-fit-next = Use fewer or other words, or look at all articles.
articles-show-all = Show all

## Putting one in

article-new-title = New article
article-new-lead = Every sentence of it will be accounted for, and every claim gets a card of its own.
article-new-do = Find the claims
article-new-limit = Plain text, Markdown or a saved web page, { $count ->
    [0] not too large
   *[other] up to { $count-shown } MB
}.
article-text = Text
article-text-hint = Paste the whole text, with its headings, one paragraph a line.
article-text-long = Shorten it, or put it in as several articles.
article-text-unfit = Paste the article’s words.
article-text-and-file = There is a text above, too. Take it out and choose the file again, or send the text alone.
article-file = Or a file
article-file-unfit = Choose another file, or paste the text.
article-file-again = Choose the file again: browsers do not keep it.
article-about = About the article
article-about-hint = What you leave empty is taken from the file, where it says so.
article-title-field = Title
article-byline = Written by
article-publisher = Published by
article-source-url = Link to the original
article-published-on = Date of publication
done-article-imported = The text is taken apart. Go through its claims, and give them to people.

## The reading view: head

article-original = Original
article-version = Version { $number }, added { $date }
article-language-other = This text does not seem to be in English. Who says what is found in English texts only so far; enter the sources at each claim by hand.
article-language-unknown = The language of this text could not be told. Who says what is found in English texts only so far; enter the sources at each claim by hand.
article-signed-off = Signed off by { $name }, { $at }.
article-nobody-known = the command line
article-sentences = { $count ->
    [one] 1 sentence
   *[other] { $count-shown } sentences
}
article-accounted = { $count-shown } accounted for
article-open = { $count-shown } open
article-next-open = Next open sentence
article-sign-off = Sign off
article-re-open = Re-open the check
article-menu = More
article-details = Details
article-reports = Reports
article-history = History
article-in-queue = In the queue
article-give-several = Give several at once

## The reading view: text

article-panes = Text or claims
article-show-kinds = Kinds of sentences
article-legend = Marks
article-legend-open = open: neither a claim nor of another kind
article-mark = Claim { $number }, { $state }
article-flag-open = open
article-part = Part { $number-shown } of { $of-shown }
article-part-before = Part before
article-part-next = Next part
article-picked = Make it a claim
article-picked-key = Make the marked words a claim
article-spans-unreadable = The marked words could not be read. Mark them again.
article-quoted = “{ $text }”

## The reading view: sentences to decide on

article-open-title = Open sentences
article-open-more = { $count ->
    [one] One more follows.
   *[other] { $count-shown } more follow.
}
article-sentence-title = Kind of a sentence
article-kind-of-sentence = What this sentence is
article-kind-choose = No claim, but …
article-kind-save = Save
article-kind-required = Choose what it is.
article-to-the-sentence = To the sentence
article-make-claim = Make it a claim
article-make-another-claim = Make one more claim of it
done-sentence-marked = The kind of the sentence is set.
done-claim-added = The claim is made. Word it so that it stands on its own, and say who is its source.

## The reading view: cards

article-no-claims-here = No claim begins in this part
article-no-claims = No claims were found
article-no-claims-next = Mark words in the text to make a claim of them.
article-no-claims-next-plain = Show the kinds of sentences and choose one to make a claim of it.
article-claim-number = Claim { $number }
article-high-risk = High risk
article-priority-high = High priority
article-priority-urgent = Urgent
article-chain = Who says so
article-no-chain = No source is cited for it.
article-mention = Named as
article-cue = in the words
article-nobody = Nobody has it
article-due = Due
article-late = late
article-evidence = { $count ->
    [one] 1 piece of evidence
   *[other] { $count-shown } pieces of evidence
}
article-why = Taken for
article-open-claim = Open the claim
article-take = Take it
article-give = Give it to somebody
article-in-text = Show in the text
article-claims = Claims

## Details

article-details-title = Details of the article
article-selection-reason = Why this article is checked
article-selection-reason-hint = Stands in the report.
article-method-note = How it was checked
article-method-note-hint = What readers should know beyond the desk’s usual way. Stands in the report.
done-article-amended = The details are saved.

## Signing off

article-sign-off-title = Sign the article off
article-sign-off-do = Sign the article off
article-sign-off-complete = Every sentence is accounted for, and every claim is signed off or set aside.
article-sign-off-incomplete = Something is still open. Close it first, or say why the article is signed off all the same.
article-open-sentences = { $count ->
    [one] 1 sentence is neither a claim nor of another kind
   *[other] { $count-shown } sentences are neither claims nor of another kind
}
article-open-claims = { $count ->
    [one] 1 claim is neither signed off nor set aside
   *[other] { $count-shown } claims are neither signed off nor set aside
}
article-sign-off-reason = Why it is signed off all the same
article-reason = Reason
article-reason-hint = It stands in the history and in the report.
article-re-open-title = Re-open the check
article-re-open-lead = The article can then be changed again, and needs a new sign-off.
article-already-signed-off = The article is signed off.
article-already-open = The check of the article is open.
article-back = To the article
done-article-signed-off = The article is signed off.
done-article-re-opened = The check is open again.
