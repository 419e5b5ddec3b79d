### A second check of a claim by somebody who does not see the first, and how far people agree.

second-heading = Second check
second-asked-of-you = { $by } asked you on { $at } to check this claim a second time.
second-hidden = What was found so far is hidden from you until you give your own finding, so that it can’t lead you. Evidence that you attach yourself stays in sight.
second-asked = { $by } asked { $name } for a second check on { $at }. Until it is given, { $name } does not see what was found.
second-give = Give my finding
second-decline = Decline this second check
second-call-off = Call this second check off
second-ask = Ask for a second check
second-ask-hint = Whoever you ask does not see what was found until their own finding is given. Then both stand side by side. Nobody who has the claim or found something on it can be asked.
second-who = Who checks
second-ask-do = Ask
second-agrees = Both findings agree.
second-differs = The findings differ on the substance.
second-differs-on-sources = The findings agree on the substance and differ on what the sources said.
second-nothing-to-compare = The first finding was taken back before this one was given, so there is nothing to compare it with.
second-compared = Both findings side by side
second-what = What
second-first = First finding
second-second = Second finding

done-second-asked = They are asked. You will see both findings side by side once theirs is given.
done-second-given = Your finding is given. Both now stand side by side.
done-second-withdrawn = The second check is called off.

problem-second-check-first = You were asked to check this claim a second time. Give your finding, or decline, before you decide anything else about it.
problem-second-check-open = { $by } was asked for a second check of this claim, which is not given yet. Call it off first, or wait for it.
problem-second-check-hides = You were asked for a second check of a claim in this article, and this would show you what was found. Give your finding first, or decline.
problem-nothing-to-compare = There is no verdict yet that a second check could be compared with. Set one first.
problem-second-checker-unfit = This person can’t check the claim a second time: they have it, have found something on it already, or were not asked. Ask somebody else.
problem-second-check-closed = This second check was given or called off already.
field-second-checker-unfit = Choose somebody who may check, does not have the claim and has found nothing on it.
thing-second-check = second check

happened-second-check-asked = { $who } asked { $name } for a second check
happened-second-check-given = { $who } gave a second check: “{ $to }”
happened-second-check-withdrawn = { $who } called off the second check that { $name } was asked for
happened-second-check-declined = { $who } declined the second check
happened-hidden = Something was done on this claim. It is hidden from you until your second check is given.

home-second = Second checks asked of you

agreement-title = Agreement
agreement-lead = How far two people who check the same claim apart from each other find the same.
agreement-none = No second check was given yet. Ask for one on the page of a claim that has a verdict.
agreement-pairs = { $count ->
    [one] One claim was checked twice.
   *[other] { $count-shown } claims were checked twice.
}
agreement-figure = Figure
agreement-on-substance = On the substance
agreement-on-attribution = On what the sources said
agreement-same = The same verdict
agreement-kappa = Cohen’s kappa
agreement-alpha = Krippendorff’s alpha
agreement-alpha-ordinal = Krippendorff’s alpha over the scale from 5 to 1
agreement-undefined = not defined
agreement-explained = 1 is full agreement, 0 is what chance alone would give. Krippendorff calls findings reliable from { $reliable } on, and from { $tentative } on good enough for tentative conclusions. Where all findings say the same, neither is defined.
agreement-matrix = Who found what: first findings down, second findings across
agreement-differ = Where they differ
agreement-differ-none = Nowhere: all pairs agree on both verdicts.
agreement-claim = Claim
agreement-more = Older ones
