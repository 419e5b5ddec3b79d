### The registry of sources: the list, and the page of one.

sources-title = Sources
sources-lead = Who articles cite: under which names, with what interests, and how they fared.
sources-search = Search by name
sources-search-do = Search
sources-none = No sources yet
sources-none-next = They come with the articles: each one that an article cites is entered by itself.
sources-none-add = An editor can also enter one in the form on this page.
sources-none-fit = No source has this name
sources-none-fit-next = A search finds the beginnings of words, in names and other names. Try a shorter one.
sources-show-all = Show all sources
sources-also = also { $names }
source-add = Add a source
source-add-do = Add

## An entry

source-kind = Kind
source-aliases = Other names
source-aliases-hint = One a line. Articles that use one of them are taken to cite this source.
source-country = Country
source-links = Links
source-links-hint = One a line, each beginning with http:// or https://.
source-interests = Interests
source-interests-hint = What it stands to gain or lose in what it is cited for.

## Its page

source-page-title = Source: { $name }
source-about = About it
source-unknown = Not known
source-change = Change the entry
source-notes = Notes on its reliability
source-notes-none = Nobody has noted anything yet.
source-note-add = Add a note
source-note-hint = What happened, and how you know. It stays with today’s date and your name.
source-note-do = Add the note
source-note-from = from { $on }
source-note-withdraw = Withdraw
source-note-why = Why it is withdrawn
source-note-withdrawn = Withdrawn by { $who } on { $on }: { $why }
source-rating = Reliability
source-rating-none = No rating
source-rating-from = Holds from
source-rating-from-hint = Today, if left empty. A newer note goes before an older one; none is changed.
source-record = Its record
source-cited = { $count ->
    [0] Not cited for any claim yet.
    [one] Cited once.
   *[other] Cited { $count-shown } times.
}
source-times = { $count ->
    [one] once
   *[other] { $count-shown } times
}
source-record-substance = Was it so?
source-record-attribution = Did it say so?
source-record-open = Not judged yet
source-claims = Show these claims

source-parts = Merged into this entry
source-part-since = { $who } merged it on { $on }.
source-same = The same as another?
source-same-name = Name of the other entry
source-same-hint = Both are shown side by side before anything happens.
source-same-do = Compare

## Merging

merge-title = Merge two sources
merge-with = Which entry is the same as { $name }?
merge-compare = Compare
merge-lead = The one that stays takes over what cites the other: claims, evidence and notes. The other name becomes one of its other names, so later articles find it. You can take it apart again at any time.
merge-which-stays = Which one stays?
merge-moves = What goes along if it does not stay
merge-claims = { $count ->
    [0] no claims
    [one] one claim
   *[other] { $count-shown } claims
}
merge-evidence = { $count ->
    [0] no evidence
    [one] one piece of evidence
   *[other] { $count-shown } pieces of evidence
}
merge-notes = { $count ->
    [0] no notes
    [one] one note
   *[other] { $count-shown } notes
}
merge-part-of = Part of { $name } already.
merge-do = Merge them
merged-said = { $name } is part of { $into } now. { $who } merged them on { $on }.
merged-lead = What cited it cites the other one. Taken out again, it gets back what it brought, as far as that still stands.
merged-go = Go to { $name }
unmerge-do = Take it out again

merge-different = { $who } said on { $on } that the two are different.
merge-different-back = Take that back

## What may be the same

sources-keep = Keep the registry
alike-title = May be the same
alike-count = { $count ->
    [0] No two entries look like the same source.
    [one] Two entries look like the same source. Nothing is merged by itself.
   *[other] { $count-shown } pairs look like the same source. Nothing is merged by itself.
}
alike-all = { $count ->
    [one] One pair
   *[other] All { $count-shown } pairs
}
alike-and = and
alike-merge = Merge…
alike-different = They are different
alike-none = Nothing to merge
alike-none-next = Pairs that may be the same appear here, with the reason.

## What it was cited for

ledger-title = What it was cited for
ledger-sums = How it fared, by both verdicts
ledger-named = as “{ $name }”
ledger-cited = Cited for { $claims ->
    [one] one claim
   *[other] { $claims-shown } claims
} in { $articles ->
    [one] one article.
   *[other] { $articles-shown } articles.
}
ledger-said-substance = Was it so? { $judged-shown } of { $all-shown } judged, { $good-shown } of them confirmed or accurate with a flaw.
ledger-said-attribution = Did it say so? { $judged-shown } of { $all-shown } judged, { $good-shown } of them as stated.

## What was done

done-source-added = The source is entered.
done-source-amended = The entry is saved.
done-reliability-noted = The note is added.
done-source-merged = The two are one source now.
done-source-unmerged = The source stands on its own again.
done-sources-told-apart = The two are kept apart; nobody is asked again.
done-sources-asked-again = The two may be suggested again.
done-reliability-withdrawn = The note is withdrawn; it stays to be read.
