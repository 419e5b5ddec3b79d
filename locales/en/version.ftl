### Versions of an article's text: the next one, what it does, and those that were.

version-new-title = New version
version-new-lead = Paste the changed text. You see what becomes of every claim before anything is done.
version-text-hint = The whole text as it is now, not only what changed.
version-title-field = New title
version-title-hint = Leave it empty where the title stays.
version-preview-do = Compare
version-preview-title = What the new version does
version-summary = { $kept-shown } kept, { $moved-shown } moved, { $changed-shown } changed, { $lost-shown } lost, { $new-shown } new.
version-stale = Somebody worked on the article while you looked. This is what the new version does now; look at it again.
version-reopens = The article is signed off. The new version opens its check again.
version-apply = Apply
version-back = Back to the text
version-claims = Claims
version-no-claims = There are no claims in either text.
version-changed = { $count ->
    [one] 1 changed
   *[other] { $count-shown } changed
}
version-changed-explained = They are to be checked again. Their evidence stays, and their old verdict stays in view.
version-lost = { $count ->
    [one] 1 lost
   *[other] { $count-shown } lost
}
version-lost-explained = Their words are gone. They are taken out with all their work, and can be put back.
version-new = { $count ->
    [one] 1 new
   *[other] { $count-shown } new
}
version-new-explained = Claims that no claim of the old text covers.
version-moved = { $count ->
    [one] 1 moved
   *[other] { $count-shown } moved
}
version-moved-explained = The same words at another place. Their work stays.
version-kept = { $count ->
    [one] 1 kept
   *[other] { $count-shown } kept
}
version-kept-explained = The same words at the same place. Their work stays.
version-out = { $count ->
    [one] 1 taken out earlier
   *[other] { $count-shown } taken out earlier
}
version-out-explained = They stay out.
version-check-wording = Check the wording: the claim’s wording stays as it is, and the text has changed.
version-source-changed = Who says so, or the sentence around it, changed.
version-around = Other words in its sentence changed.
version-taken-out = Taken out:
version-put-in = Put in:
version-compare = The texts side by side
version-same = { $count ->
    [one] 1 sentence is the same
   *[other] { $count-shown } sentences are the same
}
version-row-changed = Changed
version-row-moved = Moved
version-row-moved-and-changed = Moved and changed
version-row-out = Taken out
version-row-in = New
version-numbered = Version { $number }
version-next-did = Claims in the next version:
version-is-present = This is the present text.
version-list = Versions
version-whole-text = Whole text
version-since = What changed since version { $number }
version-changed-in = Changed in version { $number }.
version-verdict-was = Verdict on the old words:
version-state-was = Before that it stood at:
done-version-added = The new version is in. Claims whose words changed are to be checked again.
