### How a claim is sorted, and for when its finding holds.

claim-marking = Tags and validity
claim-tags = Tags
claim-no-tags = none
claim-tags-change = Change the tags
claim-dates-change = Change the validity
claim-true-as-of = True as of
claim-true-as-of-hint = The day for which the finding holds: of a price, a death toll, an office.
claim-recheck-by = Re-check by
claim-recheck-by-hint = From this day on the claim stands under “To re-check”.
done-tags-set = The tags are saved.
done-dates-set = The validity is saved.
