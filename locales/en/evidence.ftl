### Evidence: on the page of a claim, and its own page.

evidence-heading = Evidence
evidence-none = No evidence yet. Paste a link anywhere on this page, or add it below; where nothing can be found, say under “What was searched” where you looked.
evidence-none-yet = No evidence yet.
evidence-twice = “{ $title }” is attached more than once. Detach one, so that it counts once.
evidence-independent-count = { $count ->
    [0] None stands apart
    [one] One stands apart
   *[other] { $count-shown } stand apart
}
evidence-circular = { $count ->
    [2] Two pieces go back to { $origin }
   *[other] { $count-shown } pieces go back to { $origin }
}: circular sourcing. They count as one.
evidence-is-confidential = Confidential
evidence-published = published { $date }
evidence-accessed = seen { $date }
evidence-goes-back = goes back to { $origin }
evidence-found-by = found by { $name }
evidence-edit = Edit
evidence-open = Open
evidence-detach = Detach
evidence-add = Add evidence
evidence-pasted = The link is taken. One key says what it does to the claim and attaches it; Tab goes on to the other fields.
evidence-paste-hint = or paste a link anywhere on this page
evidence-attach = Attach
evidence-existing = Use a piece of this article
evidence-piece = Piece
opens-elsewhere = (opens in a new tab)

## Fields

evidence-url = Link
evidence-stance = What it says of the claim
evidence-excerpt = Excerpt
evidence-excerpt-hint = The words that count, as they stand there.
evidence-title-field = Title
evidence-publisher = Publisher
evidence-published-on = Published
evidence-accessed-on = Seen
evidence-grade = Grade
evidence-independence = Independence
evidence-origin = Goes back to
evidence-origin-hint = The source where this piece’s own chain ends. Two pieces with one origin count as one.
evidence-archive-url = Link to an archived copy
evidence-archived = archived copy
evidence-note = Note
evidence-confidential = Confidential
evidence-confidential-hint = Stays on the desk; reports only count it.

## Its own page

evidence-page-title = Evidence: { $title }
evidence-back-to-claim = Back to the claim
evidence-what-it-says = What it says
evidence-no-excerpt = No excerpt was kept.
evidence-change = Change it
evidence-serves = Claims it serves
evidence-serves-none = It is attached to no claim.
evidence-attached-by = attached by { $name }, { $date }

## What was done

done-evidence-attached = The evidence is attached.
done-evidence-detached = The evidence is detached. It stays on the desk and can be attached again.
done-evidence-amended = The evidence is saved.

## Seen before: claims that say the same

seen-heading = Seen before
seen-hint = Claims that say the same. Look at them; nothing is taken over unless you do it.
seen-not-yet = The desk is still reading its earlier claims. Look again in a minute.
seen-in = in “{ $article }”
seen-likeness = { $count } % likely the same
seen-found = found by { $name }, { $date }
seen-signed-off = signed off by { $name }, { $date }
seen-evidence = { $count ->
    [0] no evidence
    [one] one piece of evidence
   *[other] { $count-shown } pieces of evidence
}
seen-take-over = Take over
seen-drafted = This is the rationale of the earlier claim, as a draft: change it so that it holds here. Nothing is saved until you save the finding.
done-evidence-taken-over = The evidence of the earlier claim is attached. Its verdict is not taken over: decide anew.

seen-title = Seen before
seen-in-article = { $count ->
    [0] None of the { $claims-shown } claims is one that the desk knows
    [one] 1 of { $claims-shown } claims was here before
   *[other] { $count-shown } of { $claims-shown } claims were here before
}
seen-none = No other claim of the desk says the same.
seen-mark = Seen before: { $verdict }, in “{ $article }”
seen-mark-open = Seen before, not decided, in “{ $article }”
