### Articles: the list, putting one in, and the reading view.

## The list

articles-title = Articles
articles-search = Chercher dans les titres et les textes
articles-search-do = Chercher
articles-views = Quels articles
articles-all = Tous
articles-article = Article
articles-claims = Affirmations
articles-state = État
articles-added = Ajouté
articles-progress = { $count ->
    [1] { $settled ->
        [0] 1 affirmation, non réglée
       *[other] 1 affirmation, réglée
    }
   *[other] { $settled-shown } sur { $count-shown } réglées
}
articles-no-claims = Aucune affirmation
articles-none = Il n’y a pas encore d’article
articles-none-next = Collez un texte ou choisissez un fichier. Il est décomposé en affirmations, chacune avec la source que le texte lui donne.
articles-none-do = Ajouter le premier article
articles-none-wait = Les articles sont ajoutés par le rôle Édition de votre rédaction. Ils apparaîtront ici dès qu’il y en aura.
articles-none-fit = Aucun article ne correspond
articles-none-fit-next = Essayez avec moins de mots ou d’autres mots, ou voyez tous les articles.
articles-show-all = Tout afficher

## Putting one in

article-new-title = Nouvel article
article-new-lead = Chacune de ses phrases sera traitée, et chaque affirmation aura sa fiche.
article-new-do = Trouver les affirmations
article-new-limit = Texte brut, Markdown ou page web enregistrée, { $count ->
    [0] pas trop volumineux
   *[other] jusqu’à { $count-shown } Mo
}.
article-text = Texte
article-text-hint = Collez tout le texte, intertitres compris, un paragraphe par ligne.
article-text-long = Raccourcissez-le, ou ajoutez-le en plusieurs articles.
article-text-unfit = Collez le texte de l’article.
article-text-and-file = Il y a aussi un texte ci-dessus. Effacez-le et choisissez le fichier de nouveau, ou envoyez le texte seul.
article-file = Ou un fichier
article-file-unfit = Choisissez un autre fichier, ou collez le texte.
article-file-again = Choisissez le fichier de nouveau : les navigateurs ne le gardent pas.
article-about = À propos de l’article
article-about-hint = Ce que vous laissez vide est repris du fichier, s’il le dit.
article-title-field = Titre
article-byline = Signature
article-publisher = Publié par
article-source-url = Lien vers l’original
article-published-on = Date de publication
done-article-imported = Le texte est décomposé. Parcourez ses affirmations, et répartissez-les.

## The reading view: head

article-original = Original
article-version = Version { $number }, ajoutée le { $date }
article-language-other = Ce texte ne semble pas être en anglais. Qui dit quoi n’est repéré, pour l’instant, que dans les textes anglais ; indiquez les sources à la main sur chaque affirmation.
article-language-unknown = La langue de ce texte n’a pas été reconnue. Qui dit quoi n’est repéré, pour l’instant, que dans les textes anglais ; indiquez les sources à la main sur chaque affirmation.
article-signed-off = Validé par { $name }, { $at }.
article-nobody-known = la ligne de commande
article-sentences = { $count ->
    [one] { $count-shown } phrase
   *[other] { $count-shown } phrases
}
article-accounted = { $count ->
    [one] { $count-shown } traitée
   *[other] { $count-shown } traitées
}
article-open = { $count-shown } à traiter
article-next-open = Phrase suivante à traiter
article-sign-off = Valider
article-re-open = Rouvrir la vérification
article-menu = Plus
article-details = Détails
article-reports = Rapports
article-history = Historique
article-in-queue = Dans la file
article-give-several = En confier plusieurs

## The reading view: text

article-panes = Texte ou affirmations
article-show-kinds = Nature des phrases
article-legend = Repères
article-legend-open = à traiter : ni affirmation ni autre nature
article-mark = Affirmation { $number }, { $state }
article-flag-open = à traiter
article-part = Partie { $number-shown } sur { $of-shown }
article-part-before = Partie précédente
article-part-next = Partie suivante
article-picked = En faire une affirmation
article-picked-key = Faire une affirmation des mots marqués
article-spans-unreadable = Les mots marqués n’ont pas pu être lus. Marquez-les de nouveau.
article-quoted = « { $text } »

## The reading view: sentences to decide on

article-open-title = Phrases à traiter
article-open-more = { $count ->
    [one] { $count-shown } autre suit.
   *[other] { $count-shown } autres suivent.
}
article-sentence-title = Nature d’une phrase
article-kind-of-sentence = Ce qu’est cette phrase
article-kind-choose = Pas une affirmation, mais…
article-kind-save = Enregistrer
article-kind-required = Choisissez ce qu’elle est.
article-to-the-sentence = Aller à la phrase
article-make-claim = En faire une affirmation
article-make-another-claim = En tirer une autre affirmation
done-sentence-marked = La nature de la phrase est enregistrée.
done-claim-added = L’affirmation est créée. Formulez-la pour qu’elle se comprenne seule, et dites quelle est sa source.

## The reading view: cards

article-no-claims-here = Aucune affirmation ne commence dans cette partie
article-no-claims = Aucune affirmation trouvée
article-no-claims-next = Marquez des mots du texte pour en faire une affirmation.
article-no-claims-next-plain = Affichez la nature des phrases et choisissez-en une pour en faire une affirmation.
article-claim-number = Affirmation { $number }
article-high-risk = Risque élevé
article-priority-high = Priorité haute
article-priority-urgent = Urgente
article-chain = Qui le dit
article-no-chain = Aucune source n’est citée pour elle.
article-mention = Désignée par
article-cue = avec les mots
article-nobody = Personne ne l’a prise
article-due = Échéance
article-late = en retard
article-evidence = { $count ->
    [one] { $count-shown } preuve
   *[other] { $count-shown } preuves
}
article-why = Retenue pour
article-open-claim = Ouvrir l’affirmation
article-take = La prendre
article-give = La confier
article-in-text = Voir dans le texte
article-claims = Affirmations

## Details

article-details-title = Détails de l’article
article-selection-reason = Pourquoi cet article est vérifié
article-selection-reason-hint = Figure dans le rapport.
article-method-note = Comment il a été vérifié
article-method-note-hint = Ce que le public doit savoir au-delà de la méthode habituelle de la rédaction. Figure dans le rapport.
done-article-amended = Les détails sont enregistrés.

## Signing off

article-sign-off-title = Valider l’article
article-sign-off-do = Valider l’article
article-sign-off-complete = Chaque phrase est traitée, et chaque affirmation est validée ou écartée.
article-sign-off-incomplete = Il reste des points ouverts. Réglez-les d’abord, ou dites pourquoi l’article est validé malgré tout.
article-open-sentences = { $count ->
    [one] { $count-shown } phrase n’est ni une affirmation ni d’une autre nature
   *[other] { $count-shown } phrases ne sont ni des affirmations ni d’une autre nature
}
article-open-claims = { $count ->
    [one] { $count-shown } affirmation n’est ni validée ni écartée
   *[other] { $count-shown } affirmations ne sont ni validées ni écartées
}
article-sign-off-reason = Pourquoi il est validé malgré tout
article-reason = Motif
article-reason-hint = Il figure dans l’historique et dans le rapport.
article-re-open-title = Rouvrir la vérification
article-re-open-lead = L’article pourra de nouveau être modifié, et devra être revalidé.
article-already-signed-off = L’article est validé.
article-already-open = La vérification de l’article est ouverte.
article-back = Retour à l’article
done-article-signed-off = L’article est validé.
done-article-re-opened = La vérification est rouverte.
