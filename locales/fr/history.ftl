### What happened, in words: the history page, and lines of history wherever they stand.

## Who did what. `$who` is a name.

happened-unknown = { $who } a fait quelque chose que cette version du programme ne sait pas dire
happened-command-line = La ligne de commande
happened-nobody = personne
happened-none = aucun
happened-yes = oui
happened-no = non
happened-claim = Affirmation { $number-shown }
happened-evidence = Preuve
happened-source = Source
happened-report = Rapport
happened-former-link = Une source qui n’est plus dans la chaîne

happened-article-imported = { $who } a ajouté l’article « { $title } », { $count ->
    [0] sans affirmation
    [one] avec { $count-shown } affirmation
   *[other] avec { $count-shown } affirmations
}
happened-article-amended = { $who } a modifié les détails de l’article
happened-article-signed-off = { $who } a validé l’article
happened-article-reopened = { $who } a rouvert l’article
happened-version-added = { $who } a ajouté la version { $version-shown } du texte. Affirmations gardées : { $kept-shown } ; déplacées : { $moved-shown } ; modifiées : { $changed-shown } ; perdues : { $lost-shown } ; nouvelles : { $new-shown }
happened-carried-exact = { $who } a ajouté la version { $number } : l’affirmation est gardée
happened-carried-moved = { $who } a ajouté la version { $number } : l’affirmation est gardée, à un autre endroit
happened-carried-changed = { $who } a ajouté la version { $number } : les mots de l’affirmation ont changé, elle est à revérifier
happened-carried-lost = { $who } a ajouté la version { $number } : les mots de l’affirmation ont disparu, elle est retirée
happened-sentence-marked = { $who } a marqué la phrase { $number } « { $to } » au lieu de « { $from } »
happened-sentence-marked-back = { $who } a marqué une phrase « { $to } » au lieu de « { $from } »
happened-claim-added = { $who } a ajouté l’affirmation
happened-claim-split-off = { $who } a détaché l’affirmation de l’affirmation { $number }
happened-claim-split = { $who } a divisé l’affirmation ; les autres parties sont maintenant des affirmations à part : { $numbers }
happened-claim-split-back = { $who } a réuni les parties de l’affirmation
happened-claims-merged = { $who } a fusionné d’autres affirmations avec celle-ci : { $numbers }
happened-claims-merged-back = { $who } a séparé de nouveau les affirmations fusionnées
happened-claim-merged = { $who } a fusionné l’affirmation avec l’affirmation { $number }
happened-claim-reworded = { $who } a reformulé l’affirmation
happened-claim-removed = { $who } a retiré l’affirmation
happened-claim-restored = { $who } a remis l’affirmation
happened-chain-changed = { $who } a changé la chaîne des sources de « { $from } » en « { $to } »
happened-chain-set = { $who } a établi la chaîne des sources : « { $to } »
happened-chain-emptied = { $who } a retiré la chaîne des sources « { $from } »
happened-chain-corrected = { $who } a corrigé ce que le texte dit des sources
happened-spans-changed = { $who } a changé les mots que couvre l’affirmation
happened-risk-set = { $who } a changé le risque de « { $from } » en « { $to } »

happened-tags-given = { $who } a donné à l’affirmation les étiquettes « { $given } »
happened-tags-taken = { $who } a ôté à l’affirmation les étiquettes « { $taken } »
happened-tags-changed = { $who } a donné à l’affirmation les étiquettes « { $given } » et lui a ôté « { $taken } »
happened-dates-set = { $who } a changé la période pour laquelle vaut le constat

happened-state-changed = { $who } a fait passer l’affirmation de « { $from } » à « { $to } »
happened-step-begin = { $who } a commencé la vérification
happened-step-wait = { $who } a posé une question à l’extérieur et attend la réponse
happened-step-go-on = { $who } a repris la vérification
happened-step-send = { $who } a envoyé l’affirmation en relecture
happened-step-sign-off = { $who } a validé l’affirmation
happened-step-send-back = { $who } a renvoyé l’affirmation
happened-step-re-open = { $who } a rouvert l’affirmation
happened-step-set-aside = { $who } a écarté l’affirmation : { $reason }

happened-assigned = { $who } a confié l’affirmation à { $to }
happened-assigned-taken = { $who } a pris l’affirmation
happened-assigned-given-back = { $who } a rendu l’affirmation à la rédaction
happened-assigned-from = { $who } a retiré l’affirmation à { $from }
happened-assigned-passed = { $who } a fait passer l’affirmation de { $from } à { $to }
happened-assigned-again = { $who } a changé ce qui est confié à { $to }
happened-assigned-nobody = { $who } a changé ce qui est prévu pour l’affirmation

happened-verdict-set = { $who } a donné le verdict « { $to } »
happened-verdict-changed = { $who } a changé le verdict de « { $from } » en « { $to } »
happened-verdict-withdrawn = { $who } a retiré le verdict « { $from } »
happened-attribution-set = { $who } a vérifié ce que les sources ont dit : « { $to } »
happened-finding-made = { $who } a complété le constat
happened-text-action-set = { $who } a décidé de la suite à donner au texte : « { $to } »
happened-text-action-changed = { $who } a changé la suite à donner au texte de « { $from } » en « { $to } »
happened-text-action-withdrawn = { $who } a retiré la suite à donner au texte : « { $from } »

happened-evidence-attached = { $who } a joint la preuve « { $title } » ({ $stance })
happened-evidence-amended = { $who } a modifié la preuve « { $title } »
happened-evidence-detached = { $who } a détaché la preuve « { $title } » de l’affirmation
happened-comment-added = { $who } a fait une remarque
happened-comment-resolved = { $who } a clos une remarque
happened-contact-entered = { $who } a demandé une réaction à { $name }
happened-contact-amended = { $who } a modifié la suite donnée par { $name }
happened-contact-removed = { $who } a retiré la demande de réaction à { $name }

happened-source-added = { $who } a ajouté la source « { $title } »
happened-source-amended = { $who } a modifié la fiche de la source « { $title } »
happened-reliability-withdrawn = { $who } a retiré une note sur la fiabilité de « { $title } »
happened-source-merged = { $who } a fusionné la source « { $title } » dans « { $into } »
happened-source-unmerged = { $who } a de nouveau séparé la source « { $title } » de « { $into } »
happened-sources-told-apart = { $who } a dit que les sources « { $title } » et « { $other } » sont différentes
happened-sources-told-apart-back = { $who } est revenu sur la différence entre les sources « { $title } » et « { $other } »
happened-reliability-noted = { $who } a noté quelque chose sur la fiabilité de « { $title } »

happened-desk-set-up = { $who } a créé la rédaction
happened-person-added = { $who } a ajouté { $name }, avec le rôle « { $role } »
happened-role-changed = { $who } a changé le rôle de { $name } de « { $from } » en « { $to } »
happened-person-disabled = { $who } a fermé l’accès de { $name }
happened-person-enabled = { $who } a rouvert l’accès de { $name }
happened-password-link-made = { $who } a créé un lien qui permet à { $name } de choisir un mot de passe
happened-password-set = { $who } a choisi le mot de passe de { $name }
happened-password-set-own = { $who } a choisi un nouveau mot de passe
happened-token-made = { $who } a créé le jeton « { $title } »
happened-token-revoked = { $who } a révoqué le jeton « { $title } »
happened-settings-changed = { $who } a modifié les réglages de la rédaction
happened-view-shared = { $who } a partagé la vue « { $title } » avec la rédaction
happened-view-amended = { $who } a modifié la vue partagée « { $title } »
happened-view-withdrawn = { $who } a retiré à la rédaction la vue partagée « { $title } »
happened-report-frozen = { $who } a figé le rapport { $number }
happened-page-published = { $who } a publié pour tout le monde le rapport { $number }, à l’adresse « { $address } »
happened-page-moved = { $who } a mis le rapport { $number } sur la page publique
happened-page-withdrawn = { $who } a retiré la page publique
happened-reader-reported = Une erreur a été signalée par le public
happened-reader-answered = { $who } a répondu à un signalement du public
happened-page = Page publique
happened-reader-report = Signalement du public
happened-correction-entered = { $who } a saisi une correction ({ $kind })

## Fields that a line tells of

happened-field-title = Titre
happened-field-byline = Signature
happened-field-publisher = Publié par
happened-field-source-url = Lien
happened-field-published-on = Publié le
happened-field-method-note = Comment il est vérifié
happened-field-selection-reason = Pourquoi il a été choisi
happened-field-statement = Énoncé
happened-field-words = Mots du texte
happened-field-substance = Verdict
happened-field-named-as = { $name } : nom dans le texte
happened-field-reporting-words = { $name } : formule d’attribution
happened-field-quotation = { $name } : ses mots
happened-field-assignee-id = Confiée à
happened-field-due-on = Échéance
happened-field-priority = Priorité
happened-field-true-as-of = Vrai à la date du
happened-field-recheck-by = À revérifier le
happened-field-query = Filtre
happened-field-attribution = Ce que les sources ont dit
happened-field-state = État
happened-field-url = Lien
happened-field-accessed-on = Consulté le
happened-field-archive-url = Copie archivée
happened-field-party = Au nom de
happened-field-channel = Comment
happened-field-asked-on = Demandé le
happened-field-question = Question
happened-field-outcome = Suite
happened-field-answered-on = Répondu le
happened-field-answer = Réponse
happened-field-earlier = Repris de
happened-field-excerpt = Passage
happened-field-stance = Dit de l’affirmation
happened-field-grade = Degré
happened-field-independence = Indépendance
happened-field-origin-id = Origine
happened-field-note = Note
happened-field-confidential = Confidentiel
happened-field-name = Nom
happened-field-kind = Nature
happened-field-rating = Fiabilité
happened-field-holds-from = Valable depuis le
happened-field-names = Autres noms de la fiche qui reste
happened-field-aliases = Autres noms
happened-field-country = Pays
happened-field-links = Liens
happened-field-interests = Intérêts
happened-field-methodology-url = Lien vers la méthode
happened-field-corrections-url = Lien vers les corrections
happened-field-four-eyes = Une deuxième personne valide
happened-field-proposed-wording = Formulation proposée
happened-field-done = Fait dans le texte
happened-field-published-text = Texte publié

## The line of time

timeline-undo = Annuler
timeline-undo-label = Annuler : { $what }
timeline-undone = annulé depuis
timeline-takes-back = annule une étape antérieure
timeline-step = { $count ->
    [one] Fait partie d’une action groupée sur { $count-shown } affirmation.
   *[other] Fait partie d’une action groupée sur { $count-shown } affirmations.
}
timeline-step-undo = Annuler toute l’action
timeline-was = avant
timeline-now = après
timeline-empty = Rien ne s’est encore passé.

## The history page

history-title = Historique
history-lead = Tout ce qui a été fait dans cette rédaction, par qui et pourquoi. Les lignes ne font que s’ajouter ; une étape peut être annulée, et l’annulation est elle-même une ligne.
history-filter = Restreindre l’historique
history-person = Fait par
history-anybody = N’importe qui
history-article = Article
history-any-article = Tous les articles et la rédaction
history-show = Afficher
history-show-all = Tout afficher
history-empty-title = Rien ici
history-empty = Ce qui se fait dans cette rédaction s’inscrira ici, ligne après ligne.
history-empty-narrowed = Rien dans l’historique ne correspond à votre choix.
history-check-article = Contrôler que l’historique de cet article est intact
history-check-desk = Contrôler que l’historique de la rédaction est intact
history-whole = { $count ->
    [1] L’unique ligne de cet historique est telle qu’elle a été écrite.
   *[other] Les { $count-shown } lignes de cet historique sont telles qu’elles ont été écrites.
}
history-broken-changed = La ligne { $line-shown } a été modifiée après son écriture. Comparez avec l’empreinte d’un rapport antérieur ou avec une sauvegarde pour voir ce qu’elle disait.
history-broken-removed = La ligne { $line-shown } manque. Une sauvegarde l’a peut-être encore.
history-broken-inserted = La ligne { $line-shown } a été ajoutée après coup.
history-broken-missing = Tout cet historique manque. Une sauvegarde l’a peut-être encore.
history-refused-title = Cette étape ne peut pas être annulée maintenant
history-refused-step = L’étape
history-of-claim = Historique de l’affirmation
done-undone = C’est annulé. L’historique en garde la trace.
