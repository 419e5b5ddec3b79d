### Evidence: on the page of a claim, and its own page.

evidence-heading = Preuves
evidence-none = Aucune preuve pour l’instant. Collez un lien n’importe où sur cette page, ou ajoutez-en un ci-dessous ; si rien n’est trouvable, dites sous « Recherches faites » où vous avez cherché.
evidence-none-yet = Aucune preuve pour l’instant.
evidence-twice = « { $title } » est jointe plusieurs fois. Détachez-en une, pour qu’elle ne compte qu’une fois.
evidence-independent-count = { $count ->
    [0] Aucune n’est indépendante
    [one] { $count-shown } est indépendante
   *[other] { $count-shown } sont indépendantes
}
evidence-circular = { $count ->
    [2] Deux preuves remontent à { $origin }
   *[other] { $count-shown } preuves remontent à { $origin }
} : sources circulaires. Elles comptent pour une.
evidence-is-confidential = Confidentielle
evidence-published = publié le { $date }
evidence-accessed = consulté le { $date }
evidence-goes-back = remonte à { $origin }
evidence-found-by = trouvé par { $name }
evidence-edit = Modifier
evidence-open = Ouvrir
evidence-detach = Détacher
evidence-add = Ajouter une preuve
evidence-pasted = Le lien est pris. Une touche dit ce qu’il apporte à l’affirmation et le joint ; Tab mène aux autres champs.
evidence-paste-hint = ou collez un lien n’importe où sur cette page
evidence-attach = Joindre
evidence-existing = Reprendre une preuve de cet article
evidence-piece = Preuve
opens-elsewhere = (s’ouvre dans un nouvel onglet)

## Fields

evidence-url = Lien
evidence-stance = Ce qu’elle dit de l’affirmation
evidence-excerpt = Extrait
evidence-excerpt-hint = Les mots qui comptent, tels quels.
evidence-title-field = Titre
evidence-publisher = Publié par
evidence-published-on = Publié le
evidence-accessed-on = Consulté le
evidence-grade = Degré
evidence-independence = Indépendance
evidence-origin = Remonte à
evidence-origin-hint = La source où s’arrête la chaîne de cette preuve. Deux preuves de même origine comptent pour une.
evidence-archive-url = Lien vers une copie archivée
evidence-archived = copie archivée
evidence-note = Note
evidence-confidential = Confidentiel
evidence-confidential-hint = Reste à la rédaction ; les rapports ne font que la compter.

## Its own page

evidence-page-title = Preuve : { $title }
evidence-back-to-claim = Retour à l’affirmation
evidence-what-it-says = Ce qu’elle dit
evidence-no-excerpt = Aucun extrait n’a été gardé.
evidence-change = La modifier
evidence-serves = Affirmations qu’elle sert
evidence-serves-none = Elle n’est jointe à aucune affirmation.
evidence-attached-by = jointe par { $name }, { $date }

## What was done

done-evidence-attached = La preuve est jointe.
done-evidence-detached = La preuve est détachée. Elle reste à la rédaction et peut être jointe de nouveau.
done-evidence-amended = La preuve est enregistrée.

## Seen before: claims that say the same

seen-heading = Déjà vu
seen-hint = Des affirmations qui disent la même chose. Regardez-les ; rien n’est repris sans vous.
seen-not-yet = Le bureau lit encore ses affirmations antérieures. Revenez dans une minute.
seen-in = dans « { $article } »
seen-likeness = identique à { $count } % selon toute vraisemblance
seen-found = trouvé par { $name }, { $date }
seen-signed-off = validé par { $name }, { $date }
seen-evidence = { $count ->
    [0] aucun élément de preuve
    [one] un élément de preuve
   *[other] { $count-shown } éléments de preuve
}
seen-take-over = Reprendre
seen-drafted = Ceci est la justification de l’affirmation antérieure, comme brouillon : modifiez-la pour qu’elle vaille ici. Rien n’est enregistré avant que vous n’enregistriez le constat.
done-evidence-taken-over = Les preuves de l’affirmation antérieure sont jointes. Son verdict n’est pas repris : décidez à nouveau.

seen-title = Déjà vu
seen-in-article = { $count ->
    [0] Aucune des { $claims-shown } affirmations n’est connue de la rédaction
    [one] { $count-shown } affirmation sur { $claims-shown } déjà vue
   *[other] { $count-shown } affirmations sur { $claims-shown } déjà vues
}
seen-none = Aucune autre affirmation de la rédaction ne dit la même chose.
seen-mark = Déjà vu : { $verdict }, dans « { $article } »
seen-mark-open = Déjà vu, pas encore décidé, dans « { $article } »
