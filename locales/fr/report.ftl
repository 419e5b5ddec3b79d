### Reports: the page where a form is chosen, and what stands in the reports themselves.

## Forms

export-format-html = Page
export-format-pdf = PDF
export-format-docx = Document
export-format-md = Markdown
export-format-csv = Tableau
export-format-xlsx = Classeur
export-format-json = Données
export-format-claimreview = ClaimReview
export-format-annotations = Annotations web
export-format-bibtex = Références (BibTeX)
export-format-csl = Références (CSL)
explain-export-format-html = Un seul fichier qui contient tout, à lire, à imprimer ou à mettre sur un site.
explain-export-format-pdf = Mis en page pour le papier et l’archivage, avec signets et liens ; les lecteurs d’écran savent le lire.
explain-export-format-docx = Pour Word et LibreOffice : l’article, avec un commentaire à chaque affirmation, et tout ce qui a été trouvé.
explain-export-format-md = Du texte brut avec des marques simples, pour les éditeurs et les wikis.
explain-export-format-csv = Une ligne par affirmation, pour les tableurs.
explain-export-format-xlsx = Pour Excel et LibreOffice : affirmations, preuves et demandes de réaction, une feuille chacune.
explain-export-format-json = Tout le rapport pour d’autres programmes ; seul manque ce qui est confidentiel.
explain-export-format-claimreview = Les affirmations validées, sous la forme que lisent les moteurs de recherche de vérifications.
explain-export-format-annotations = Chaque affirmation à sa place dans l’article, pour les outils qui annotent les pages web.
explain-export-format-bibtex = Les preuves en bibliographie, pour LaTeX et les gestionnaires de références.
explain-export-format-csl = La même liste en CSL-JSON, pour Zotero, Pandoc et d’autres programmes.

## Choosing a form

report-choose = Rapports
report-download = Télécharger
report-findings = Avant de publier en ClaimReview
report-findings-lead = Les affirmations marquées ici sont laissées de côté, ou pourraient mieux se lire.
report-confidential-left-out = { $count ->
    [one] { $count-shown } preuve est confidentielle et n’y figure pas.
   *[other] { $count-shown } preuves sont confidentielles et n’y figurent pas.
}

## Head of a report

report-kicker = Rapport de vérification
report-title = Rapport de vérification : { $title }
report-untitled = Article sans titre
report-original = Article original
report-contents = Sommaire
report-skip = Aller aux affirmations
report-state = État
report-signed-off = Validé
report-by-at = par { $name }, { $at }
report-claims-value = { $count ->
    [0] aucune
    [1] 1, { $signed ->
        [0] non validée
       *[other] validée
    }
   *[other] { $count-shown }, dont { $signed-shown } { $signed ->
        [one] validée
       *[other] validées
    }
}
report-coverage = Phrases
report-coverage-value = { $sentences-shown }, dont traitées : { $accounted-shown } ; à traiter : { $open-shown }
report-coverage-reason = Validé avec des phrases à traiter, parce que
report-set-aside = Écartées
report-confidential-count = Confidentiel
report-confidential-value = { $count ->
    [one] { $count-shown } preuve n’est pas montrée
   *[other] { $count-shown } preuves ne sont pas montrées
}
report-one-person = Rédaction d’une seule personne
report-one-person-value = La personne qui a donné un verdict peut aussi l’avoir validé.
report-desk = Vérifié par
report-version = Version
report-version-value = { $number }, saisie le { $at }
report-text-hash = SHA-256 du texte
report-assembled = Rapport établi le
report-frozen = Numéro du rapport
report-frozen-value = { $number }, figé par { $name }, { $at }
report-frozen-hash = SHA-256 du rapport
report-frozen-key = Empreinte de la clé de signature
report-frozen-previous = Rapport précédent
report-frozen-previous-value = { $number }, SHA-256 { $hash }

## Sections

report-method = Comment nous avons vérifié
report-method-article = À propos de cet article
report-selection = Pourquoi cet article
report-methodology-link = Comment la rédaction travaille
report-corrections-link = Comment la rédaction corrige
report-summary = Résumé
report-chart = Affirmations par verdict
report-chart-attribution = Affirmations par attribution
report-chart-state = Affirmations par état
report-text = L’article
# Long reports are set in parts; these stand behind "The article", "Claims", "Sources".
report-pdf-part = partie { $part } sur { $parts }
report-pdf-range = de { $first } à { $last }
# What links inside the file are called by screen readers.
report-pdf-to-claim = Affirmation { $number }
report-pdf-to-text = Affirmation { $number } dans l’article
report-pdf-missing = { $count ->
    [one] { $count-shown } caractère s’affiche □ ou sans son accent, car aucune police de cette forme ne le contient. Les autres formes du rapport l’ont.
   *[other] { $count-shown } caractères s’affichent □ ou sans leurs accents, car aucune police de cette forme ne les contient. Les autres formes du rapport les ont.
}
report-text-lead = Chaque numéro mène à une affirmation ci-dessous.
report-claims = Affirmations
report-no-claims = Aucune affirmation n’a été tirée de cet article.
report-sources = Sources citées par l’article
report-corrections = Corrections
report-people = Équipe

## A claim

report-claim = Affirmation { $number }
report-no-verdict = Pas encore de verdict
report-in-text = Voir dans l’article
report-substance = Est-ce exact ?
report-attribution = La source l’a-t-elle dit ?
report-source = Source
report-cue = Dans l’article
report-said = L’a-t-elle dit ?
report-named-as = désignée par « { $text } »
report-quoted = « { $text } »
report-cue-words = avec les mots « { $text } »
report-rationale = Pourquoi
report-searched = Recherches faites
report-set-aside-because = Écartée : { $reason }
report-evidence-for = Preuves pour
report-evidence-against = Preuves contre
report-evidence-context = Contexte
report-no-evidence = Aucune preuve n’est jointe.
report-confidential = Preuve confidentielle, non montrée
report-published = publié le { $date }
report-accessed = consulté le { $date }
report-found-by = trouvé par { $name }
report-origin = remonte à { $name }
report-snapshot = copie conservée, SHA-256 { $hash }
report-independent = { $count ->
    [one] { $count-shown } preuve indépendante
   *[other] { $count-shown } preuves indépendantes
}
report-circular = Plusieurs preuves remontent à la même origine et comptent pour une.
report-archived = copie archivée
report-contacts = Réactions demandées
report-contact-confidential = Une personne dont le nom n’est pas montré
report-contact-question = Question
report-contact-answer = Réponse
report-text-action = Suite à donner au texte
report-proposed = Formulation proposée
report-done = fait
report-not-done = pas encore fait
report-risk = Risque : { $risk }
report-priority = Priorité : { $priority }
report-assignee = Confiée à { $name }
report-due = Échéance : { $date }
report-true-as-of = Vrai à la date du { $date }
report-recheck-by = À revérifier le { $date }
report-checked-by = Vérifiée par { $name }, { $at }.
report-signed-by = Validée par { $name }, { $at }.
report-override = Le rôle Édition a passé outre ce qui manquait : { $reason }
report-earlier = Constats antérieurs
report-earlier-finding = { $at }, { $name } : { $verdict } ; attribution : { $attribution }. { $rationale }
report-second = Seconde vérification, faite sans voir ce qui avait été trouvé
report-second-who = { $name }, { $at } ; demandée par { $asker }, { $asked }
report-second-agrees = Concorde avec le constat de { $name }, { $at }.
report-second-differs = Diffère sur le fond du constat de { $name }, { $at }.
report-second-differs-on-sources = Concorde sur le fond avec le constat de { $name }, { $at }, et en diffère sur ce que les sources ont dit.
report-second-link-gone = Une source que la chaîne ne nomme plus

## Sources, corrections, people, footer

report-aliases = Autres noms : { $names }
report-interests = Intérêts
report-reliability = Fiabilité
report-reliability-rated = { $rating } depuis le { $date }. { $note }
report-reliability-by = { $name }, { $date }
report-links = Liens
report-was = Avant
report-now = Maintenant
report-because = Pourquoi
report-correction-signed-off = l’affirmation a été validée par { $name }
report-correction-found = erreur trouvée par { $name }
report-correction-approved = approuvée par { $name }
report-part-checked = { $count ->
    [one] a vérifié { $count-shown } affirmation
   *[other] a vérifié { $count-shown } affirmations
}
report-part-second = { $count ->
    [one] a vérifié { $count-shown } affirmation une seconde fois
   *[other] a vérifié { $count-shown } affirmations une seconde fois
}
report-part-signed = { $count ->
    [one] a validé { $count-shown } affirmation
   *[other] a validé { $count-shown } affirmations
}
report-part-found = { $count ->
    [one] a trouvé { $count-shown } preuve
   *[other] a trouvé { $count-shown } preuves
}
report-footer = { $lines ->
    [0] Pas encore d’historique. Fait avec { $tool }.
   *[other] Historique : { $lines-shown } { $lines ->
        [one] ligne
       *[other] lignes
    }, dernière empreinte { $hash }. Fait avec { $tool }.
}

## Checking a report's file against the desk

problem-not-a-report = Ce fichier n’est pas un rapport de ce programme sous sa forme JSON.
report-file-same = C’est le rapport tel que cette rédaction l’a figé.
report-file-changed = Ce n’est pas ce que cette rédaction a figé sous ce numéro : le fichier a été modifié.
report-file-copy-changed = C’est le rapport tel qu’il a été figé, mais la copie qu’en garde cette rédaction a été modifiée depuis.
report-file-not-frozen = Ce rapport a été exporté sans être figé : rien ici ne permet de dire si le fichier a été modifié.
report-file-unknown = Cette rédaction n’a figé aucun rapport de ce genre.
report-history-same = L’historique de la vérification est inchangé jusqu’à la ligne que cite le rapport.
report-history-rewritten = L’historique de la vérification a été réécrit depuis : une autre ligne se trouve là où était la dernière du rapport.
report-history-missing = L’historique de la vérification ne va pas jusqu’à la ligne que cite le rapport.
report-history-broken = L’historique de la vérification est endommagé.
report-copy-changed = Il ne dit pas ce qui a été figé.
report-copy-missing = Il a disparu.
report-copy-inserted = Personne ne l’a figé.

## ClaimReview: what keeps a claim out, and what could be better

claimreview-not-signed-off = Pas encore validée.
claimreview-no-verdict = Elle n’a pas de verdict.
claimreview-not-checkable = Les affirmations invérifiables ne sont pas publiées sous cette forme.
claimreview-confidential = Toutes ses preuves sont confidentielles : le public ne pourrait pas suivre la vérification.
claimreview-other-desk = Vérifiée par { $desk }, pas par cette rédaction. Vérifiez-la ici avant de la publier comme nôtre.
claimreview-other-desk-unnamed = Vérifiée par une autre rédaction, pas par celle-ci. Vérifiez-la ici avant de la publier comme nôtre.
claimreview-no-statement = L’affirmation n’a pas d’énoncé.
claimreview-markup = L’énoncé contient du balisage ; écrivez-le en texte brut.
claimreview-long = L’énoncé compte { $count-shown } caractères ; environ 75 sont affichés.
claimreview-rating-word = L’énoncé contient le verdict « { $word } » ; laissez le verdict à la note.
claimreview-no-label = Le verdict n’a pas de libellé.
claimreview-label-long = Le libellé du verdict compte { $count-shown } caractères ; environ 50 sont affichés.
claimreview-numbers = Les chiffres de la note ne correspondent pas à l’échelle.
claimreview-label-shared = Le libellé « { $label } » désigne des verdicts aux chiffres différents.
claimreview-no-url = La rédaction n’a pas d’adresse publique ; votre admin peut l’indiquer.
claimreview-url-not-public = L’adresse de la rédaction n’est pas accessible au public.
claimreview-url-short = L’adresse de la rédaction passe par un raccourcisseur de liens.
claimreview-url-home = L’affirmation n’a pas de page à elle.
claimreview-url-twice = Une autre affirmation a la même adresse de page.
claimreview-no-desk-name = La rédaction n’a pas de nom ; votre admin peut l’indiquer.
claimreview-no-author-name = Personne n’est nommé pour l’affirmation.
claimreview-own-claim = L’affirmation vient de la rédaction elle-même ; seules celles d’autrui peuvent être publiées sous cette forme.
claimreview-own-article = L’article est sur le site de la rédaction elle-même.
claimreview-appearance = L’adresse de l’article n’est pas un lien unique et valable.
claimreview-no-appearance = L’article n’a pas d’adresse.
claimreview-no-same-as = « { $name } » n’a pas de lien dans le registre des sources.
claimreview-date-order = L’article est daté d’après la vérification.
claimreview-date-future = Une date est dans le futur.
claimreview-not-on-page = La page du rapport ne montre pas cet énoncé avec ce verdict.
claimreview-several = Cet export dans son ensemble : { $count-shown } affirmations partagent une page, et les moteurs de recherche n’affichent de résultat que pour les pages qui n’en ont qu’une.
claimreview-no-corrections = Cet export dans son ensemble : la rédaction n’a pas donné d’adresse pour sa politique de correction.
claimreview-no-methodology = Cet export dans son ensemble : la rédaction n’a pas donné d’adresse pour sa méthode.
