### What changed between two reports of an article.

compare-title = Ce qui a changé
compare-lead = De { $from } à { $to }.
compare-report = rapport { $number } ({ $at })
compare-now = la vérification dans son état actuel
compare-choose = Quels rapports comparer
compare-from = De
compare-to = À
compare-do = Comparer
compare-same = Les deux disent la même chose.
compare-article = L’article
compare-changed = Affirmations modifiées
compare-added = Nouvelles affirmations
compare-removed = Affirmations disparues
compare-evidence-changed = Preuves modifiées
compare-corrections = Corrections depuis
compare-unchanged = { $count ->
    [one] { $count-shown } affirmation est restée telle quelle.
   *[other] { $count-shown } affirmations sont restées telles quelles.
}
compare-piece = Preuve
compare-link = Chaîne : { $name }
compare-order = Chaîne
compare-reordered = Les sources sont dans un autre ordre.
compare-evidence = Preuve : { $title }
compare-open = Ce qui a changé depuis
compare-before = Ce qui a changé depuis le rapport précédent
compare-since = Ce qui a changé depuis qu’il est figé

## The fields of a report

report-field-title = Titre
report-field-byline = Signature
report-field-publisher = Publié par
report-field-source-url = Lien
report-field-published-on = Publié le
report-field-version = Version du texte
report-field-method-note = Comment il a été vérifié
report-field-selection-reason = Pourquoi il a été choisi
report-field-article-state = État de l’article
report-field-coverage-reason = Validé avec des phrases à traiter, parce que
report-field-signed-off-by = Validé par
report-field-statement = Formulation
report-field-quote = Mots du texte
report-field-state = État
report-field-substance = Est-ce exact ?
report-field-attribution = La source l’a-t-elle dit ?
report-field-rationale = Pourquoi
report-field-searched = Recherches faites
report-field-override-reason = Le rôle Édition a passé outre ce qui manquait
report-field-checked-by = Vérifié par
report-field-set-aside = Écartée
report-field-text-action = Suite à donner au texte
report-field-proposed-wording = Formulation proposée
report-field-done = Fait dans le texte
report-field-risk = Risque
report-field-true-as-of = Vrai à la date du
report-field-recheck-by = À revérifier le
report-field-independent-pieces = Preuves indépendantes
report-field-circular = Preuves remontant à une même origine
report-field-evidence-title = Titre
report-field-url = Lien
report-field-archive-url = Copie archivée
report-field-evidence-publisher = Publié par
report-field-evidence-published-on = Publié le
report-field-accessed-on = Consulté le
report-field-excerpt = Passage
report-field-grade = Degré
report-field-independence = Indépendance
report-field-origin = Origine
report-field-note = Note
report-field-confidential = Confidentiel
report-field-snapshot-sha256 = SHA-256 de la copie conservée
