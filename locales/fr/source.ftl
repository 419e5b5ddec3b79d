### The registry of sources: the list, and the page of one.

sources-title = Sources
sources-lead = Qui les articles citent : sous quels noms, avec quels intérêts, et avec quel bilan.
sources-search = Chercher par nom
sources-search-do = Chercher
sources-none = Aucune source pour l’instant
sources-none-next = Elles viennent avec les articles : chaque source citée est inscrite d’elle-même.
sources-none-add = Le rôle Édition permet aussi d’en inscrire une par le formulaire de cette page.
sources-none-fit = Aucune source ne porte ce nom
sources-none-fit-next = La recherche trouve les débuts de mots, dans les noms et les autres noms. Essayez plus court.
sources-show-all = Afficher toutes les sources
sources-also = aussi { $names }
source-add = Ajouter une source
source-add-do = Ajouter

## An entry

source-kind = Nature
source-aliases = Autres noms
source-aliases-hint = Un par ligne. Un article qui emploie l’un d’eux est réputé citer cette source.
source-country = Pays
source-links = Liens
source-links-hint = Un par ligne, commençant par http:// ou https://.
source-interests = Intérêts
source-interests-hint = Ce qu’elle peut gagner ou perdre dans ce pour quoi elle est citée.

## Its page

source-page-title = Source : { $name }
source-about = À son sujet
source-unknown = Inconnu
source-change = Modifier la fiche
source-notes = Notes sur sa fiabilité
source-notes-none = Personne n’a encore rien noté.
source-note-add = Ajouter une note
source-note-hint = Ce qui s’est passé, et comment vous le savez. La note reste, avec la date du jour et votre nom.
source-note-do = Ajouter la note
source-note-from = depuis le { $on }
source-note-withdraw = Retirer
source-note-why = Pourquoi elle est retirée
source-note-withdrawn = Retirée par { $who } le { $on } : { $why }
source-rating = Fiabilité
source-rating-none = Sans appréciation
source-rating-from = Valable depuis le
source-rating-from-hint = Aujourd’hui si le champ reste vide. Une note plus récente passe avant une plus ancienne ; aucune n’est modifiée.
source-record = Son bilan
source-cited = { $count ->
    [0] Pas encore citée pour une affirmation.
   *[other] Citée { $count-shown } fois.
}
source-times = { $count-shown } fois
source-record-substance = Était-ce exact ?
source-record-attribution = L’a-t-elle dit ?
source-record-open = Pas encore jugé
source-claims = Voir ces affirmations

source-parts = Fusionnées dans cette fiche
source-part-since = Fusionnée par { $who } le { $on }.
source-same = La même qu’une autre ?
source-same-name = Nom de l’autre fiche
source-same-hint = Les deux sont montrées côte à côte avant que rien ne se passe.
source-same-do = Comparer

## Merging

merge-title = Fusionner deux sources
merge-with = Quelle fiche désigne la même source que { $name } ?
merge-compare = Comparer
merge-lead = Celle qui reste reprend tout ce qui cite l’autre : affirmations, preuves et notes. L’autre nom devient l’un de ses autres noms, et les articles suivants la retrouvent. Vous pourrez les séparer à tout moment.
merge-which-stays = Laquelle reste ?
merge-moves = Ce qui suit si elle ne reste pas
merge-claims = { $count ->
    [0] aucune affirmation
    [one] une affirmation
   *[other] { $count-shown } affirmations
}
merge-evidence = { $count ->
    [0] aucune preuve
    [one] une preuve
   *[other] { $count-shown } preuves
}
merge-notes = { $count ->
    [0] aucune note
    [one] une note
   *[other] { $count-shown } notes
}
merge-part-of = Fait déjà partie de { $name }.
merge-do = Les fusionner
merged-said = { $name } fait maintenant partie de { $into }. Fusion faite par { $who } le { $on }.
merged-lead = Ce qui la citait cite l’autre. Séparée, elle retrouve ce qu’elle avait apporté, pour autant que cela tienne encore.
merged-go = Aller à { $name }
unmerge-do = La séparer

merge-different = { $who } a dit le { $on } qu’il s’agit de deux sources différentes.
merge-different-back = Revenir là-dessus

## What may be the same

sources-keep = Tenir le registre
alike-title = Peut-être la même
alike-count = { $count ->
    [0] Aucune paire de fiches ne semble désigner la même source.
    [one] Deux fiches semblent désigner la même source. Rien n’est fusionné automatiquement.
   *[other] { $count-shown } paires semblent désigner la même source. Rien n’est fusionné automatiquement.
}
alike-all = { $count ->
    [0] Aucune paire
    [1] Une paire
   *[other] Les { $count-shown } paires
}
alike-and = et
alike-merge = Fusionner…
alike-different = Elles sont différentes
alike-none = Rien à fusionner
alike-none-next = Les paires qui désignent peut-être la même source apparaissent ici, avec la raison.

## What it was cited for

ledger-title = Ce pour quoi elle a été citée
ledger-sums = Son bilan selon les deux verdicts
ledger-named = sous le nom « { $name } »
ledger-cited = Citée pour { $claims ->
    [0] aucune affirmation
    [1] une affirmation
   *[other] { $claims-shown } affirmations
} dans { $articles ->
    [0] aucun article.
    [1] un article.
   *[other] { $articles-shown } articles.
}
ledger-said-substance = Était-ce exact ? { $judged-shown } sur { $all-shown } jugées, dont { $good-shown } confirmées ou exactes à un détail près.
ledger-said-attribution = L’a-t-elle dit ? { $judged-shown } sur { $all-shown } jugées, dont { $good-shown } conformes.

## What was done

done-source-added = La source est inscrite.
done-source-amended = La fiche est enregistrée.
done-reliability-noted = La note est ajoutée.
done-source-merged = Les deux ne font plus qu’une source.
done-source-unmerged = La source est de nouveau à part.
done-sources-told-apart = Les deux restent à part ; la question ne sera plus posée.
done-sources-asked-again = Les deux peuvent de nouveau être proposées.
done-reliability-withdrawn = La note est retirée ; elle reste lisible.
