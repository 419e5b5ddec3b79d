### Versions of an article's text: the next one, what it does, and those that were.

version-new-title = Nouvelle version
version-new-lead = Collez le texte modifié. Vous voyez ce que devient chaque affirmation avant que rien ne soit fait.
version-text-hint = Tout le texte dans son état actuel, pas seulement ce qui a changé.
version-title-field = Nouveau titre
version-title-hint = Laissez vide si le titre reste.
version-preview-do = Comparer
version-preview-title = Ce que fait la nouvelle version
version-summary = Gardées : { $kept-shown }, déplacées : { $moved-shown }, modifiées : { $changed-shown }, perdues : { $lost-shown }, nouvelles : { $new-shown }.
version-stale = Quelqu’un a travaillé sur l’article pendant que vous regardiez. Voici ce que fait maintenant la nouvelle version ; regardez-la de nouveau.
version-reopens = L’article est validé. La nouvelle version rouvre sa vérification.
version-apply = Appliquer
version-back = Retour au texte
version-claims = Affirmations
version-no-claims = Il n’y a d’affirmation dans aucun des deux textes.
version-changed = { $count ->
    [one] { $count-shown } modifiée
   *[other] { $count-shown } modifiées
}
version-changed-explained = Elles sont à revérifier. Leurs preuves restent, et leur ancien verdict reste visible.
version-lost = { $count ->
    [one] { $count-shown } perdue
   *[other] { $count-shown } perdues
}
version-lost-explained = Leurs mots ont disparu. Elles sont retirées avec tout le travail fait, et peuvent être remises.
version-new = { $count ->
    [one] { $count-shown } nouvelle
   *[other] { $count-shown } nouvelles
}
version-new-explained = Des affirmations qu’aucune de l’ancien texte ne couvre.
version-moved = { $count ->
    [one] { $count-shown } déplacée
   *[other] { $count-shown } déplacées
}
version-moved-explained = Les mêmes mots à un autre endroit. Le travail fait reste.
version-kept = { $count ->
    [one] { $count-shown } gardée
   *[other] { $count-shown } gardées
}
version-kept-explained = Les mêmes mots au même endroit. Le travail fait reste.
version-out = { $count ->
    [one] { $count-shown } retirée auparavant
   *[other] { $count-shown } retirées auparavant
}
version-out-explained = Elles restent retirées.
version-check-wording = À contrôler : l’énoncé de l’affirmation n’a pas changé, alors que le texte, si.
version-source-changed = Ce qui a changé : qui le dit, ou la phrase autour.
version-around = D’autres mots de sa phrase ont changé.
version-taken-out = Retiré :
version-put-in = Ajouté :
version-compare = Les textes côte à côte
version-same = { $count ->
    [one] { $count-shown } phrase est identique
   *[other] { $count-shown } phrases sont identiques
}
version-row-changed = Modifiée
version-row-moved = Déplacée
version-row-moved-and-changed = Déplacée et modifiée
version-row-out = Retirée
version-row-in = Nouvelle
version-numbered = Version { $number }
version-next-did = Affirmations dans la version suivante :
version-is-present = C’est le texte actuel.
version-list = Versions
version-whole-text = Texte entier
version-since = Ce qui a changé depuis la version { $number }
version-changed-in = Modifiée dans la version { $number }.
version-verdict-was = Verdict sur les anciens mots :
version-state-was = État précédent :
done-version-added = La nouvelle version est en place. Les affirmations dont les mots ont changé sont à revérifier.
