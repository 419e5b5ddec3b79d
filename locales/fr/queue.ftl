### The queue of claims.

queue-title = Affirmations
queue-views = Vues
queue-view-mine = Les miennes
queue-view-unassigned = Libres
queue-view-sign-off = À valider
queue-view-due = Pour aujourd’hui ou en retard
queue-view-risk = Risque élevé
queue-view-recheck = À revérifier
queue-view-all = Toutes
queue-filter = Filtre
queue-filter-do = Afficher
queue-show-all = Tout afficher
queue-words = Mots
queue-state = État
queue-open = Ouvertes
queue-any = Indifférent
queue-anybody = Peu importe
queue-nobody = Personne
queue-me = Moi
queue-assignee = Confiée à
queue-substance = Est-ce exact ?
queue-attribution = L’a-t-elle dit ?
queue-risk = Risque
queue-high-risk = Risque élevé
queue-due = Échéance
queue-due-before = Échéance avant le
queue-no-date = Sans date
queue-sort = Ordre
queue-of-source = Seulement avec { $name } dans la chaîne
queue-claim = Affirmation
queue-verdicts = Verdicts
queue-no-verdict = Pas encore de verdict
queue-none = Aucune affirmation pour l’instant
queue-none-next = Les affirmations viennent des articles : ajoutez-en un, et il est décomposé en affirmations.
queue-none-fit = Aucune affirmation ne correspond
queue-none-fit-next = Élargissez le filtre, ou affichez tout.
queue-tick = Affirmation
queue-tick-all = Tout cocher sur cette page
queue-bulk = Modifier les affirmations cochées
queue-ticked = cochées
queue-none-ticked = Cochez au moins une affirmation.
queue-give-to = Confier à
queue-as-it-is = Inchangé
queue-priority = Priorité
queue-message = Message
queue-assign-do = Confier
queue-take = Les prendre
queue-move-to = Faire passer à
queue-set-aside = Pourquoi écartées
queue-reason = Motif
queue-move-do = Faire passer
queue-risk-do = Fixer le risque
queue-changed = { $count ->
    [0] Aucune affirmation n’a été modifiée.
    [one] { $count-shown } affirmation a été modifiée.
   *[other] { $count-shown } affirmations ont été modifiées.
}
queue-left = { $count ->
    [one] { $count-shown } affirmation est restée telle quelle :
   *[other] { $count-shown } affirmations sont restées telles quelles :
}
queue-see-history = Historique
queue-late = En retard : { $date }
queue-tick-hint = Cochez des affirmations pour en modifier plusieurs à la fois ; maintenez Maj pour une plage.
queue-nothing-chosen = Choisissez une personne, une date ou une priorité.
queue-no-date-chosen = Choisissez au moins une date.
queue-risk-kind = Nature du risque
queue-risk-of = Risque élevé : { $kinds }
queue-due-overdue = En retard
queue-due-now = Aujourd’hui ou en retard
queue-due-today = Aujourd’hui
queue-due-week = Sous une semaine
queue-due-none = Sans date
queue-recheck = À revérifier
queue-recheck-now = Maintenant
queue-recheck-due = À revérifier depuis le { $date }
queue-recheck-by = À revérifier le { $date }
queue-article = Article
queue-tag = Étiquette
queue-tags = Étiquettes
queue-tag-add = Donner les étiquettes
queue-tag-remove = Ôter les étiquettes
queue-tag-hint = Séparez les étiquettes par des virgules.
queue-tag-do = Modifier les étiquettes
queue-dates = Validité
queue-dates-do = Fixer les dates
queue-move = Changer d’état
queue-whole-filter = { $count ->
    [1] La seule affirmation qui correspond au filtre
   *[other] Les { $count-shown } qui correspondent au filtre, pas seulement les cochées
}
queue-count = { $count ->
    [one] { $count-shown } affirmation correspond
   *[other] { $count-shown } affirmations correspondent
}
queue-count-more = Plus de { $count-shown } affirmations correspondent
queue-undone = { $count ->
    [0] Aucune affirmation n’a été remise.
    [one] { $count-shown } affirmation a été remise dans son état antérieur.
   *[other] { $count-shown } affirmations ont été remises dans leur état antérieur.
}

## Before many claims are changed

bulk-title = À contrôler avant d’agir
bulk-lead = Rien n’a encore été modifié. Chaque affirmation suit les mêmes règles que si elle était seule.
bulk-what = Ce qui serait fait
bulk-field = { $field } : { $value }
bulk-would-change = { $count ->
    [0] Aucune affirmation ne changerait
    [one] { $count-shown } affirmation changerait
   *[other] { $count-shown } affirmations changeraient
}
bulk-which = Lesquelles
bulk-more = { $count ->
    [one] et { $count-shown } autre
   *[other] et { $count-shown } autres
}
bulk-left = { $count ->
    [one] { $count-shown } affirmation resterait telle quelle
   *[other] { $count-shown } affirmations resteraient telles quelles
}
bulk-apply = Appliquer
bulk-change = Retour au formulaire
bulk-undone-title = Annulé, mais pas partout
