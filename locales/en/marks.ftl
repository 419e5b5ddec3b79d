### Who says what in the text: marking and correcting it, in the reading view and on the page of a claim.

marks-legend = Of the claim you chose:
marks-content = what was said
marks-source = who said it
marks-cue = the reporting words
marks-how = Or mark words with the mouse, and say what they are.
marks-how-article = Choose a claim, mark words of the text, and say what they are to it.
marks-pick = Mark words by keyboard
marks-picked = Marked:
marks-more = One more piece
marks-held = Pieces kept:
marks-drop = Start again
marks-as-source = This is who said it
marks-as-cue = These are the reporting words
marks-as-content = This is what was said
marks-link = Which source the words belong to
marks-new-source = One more source
marks-take-out = Take out
marks-correct = Correct who says it
marks-named-as = Named in the text as
marks-reported-as = Reporting words
done-source-marked = The source is set. If it goes by another name, change the chain on the claim’s page.
done-cue-marked = The reporting words are set.
done-content-marked = The words that the claim covers are set. Its statement is as it was.
done-link-taken-out = The source is taken out of the chain.
