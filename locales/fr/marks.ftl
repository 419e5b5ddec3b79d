### Who says what in the text: marking and correcting it, in the reading view and on the page of a claim.

marks-legend = De l’affirmation choisie :
marks-content = ce qui a été dit
marks-source = qui l’a dit
marks-cue = la formule d’attribution
marks-how = Ou marquez des mots à la souris, et dites ce qu’ils sont.
marks-how-article = Choisissez une affirmation, marquez des mots du texte, et dites ce qu’ils sont pour elle.
marks-pick = Marquer au clavier
marks-picked = Marqué :
marks-more = Un passage de plus
marks-held = Passages retenus :
marks-drop = Recommencer
marks-as-source = Voici qui l’a dit
marks-as-cue = Voici la formule d’attribution
marks-as-content = Voici ce qui a été dit
marks-link = À quelle source ces mots appartiennent
marks-new-source = Une source de plus
marks-take-out = Retirer
marks-correct = Corriger qui le dit
marks-named-as = Nom dans le texte
marks-reported-as = Formule d’attribution
done-source-marked = La source est enregistrée. Si elle porte un autre nom, modifiez la chaîne sur la page de l’affirmation.
done-cue-marked = La formule d’attribution est enregistrée.
done-content-marked = Les mots que couvre l’affirmation sont enregistrés. Son énoncé n’a pas changé.
done-link-taken-out = La source est retirée de la chaîne.
