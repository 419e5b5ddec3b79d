### How a claim is sorted, and for when its finding holds.

claim-marking = Étiquettes et validité
claim-tags = Étiquettes
claim-no-tags = aucune
claim-tags-change = Modifier les étiquettes
claim-dates-change = Modifier la validité
claim-true-as-of = Vrai à la date du
claim-true-as-of-hint = Le jour pour lequel vaut le constat : un prix, un bilan, une fonction.
claim-recheck-by = À revérifier le
claim-recheck-by-hint = À partir de ce jour, l’affirmation figure sous « À revérifier ».
done-tags-set = Les étiquettes sont enregistrées.
done-dates-set = La validité est enregistrée.
