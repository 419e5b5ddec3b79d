shared-percent = { $share } %
# Several things in a row: what stands between all but the last two, and the last one.
shared-list-comma = {", "}
shared-list-and = { $first } et { $last }
# A text under its label, and the label alone where the text is set in another way.
shared-labelled = { $label } : { $text }
shared-label = { $label } :
