### Lists of claims as files.

listing-format-csv = Tableau (CSV)
listing-format-xlsx = Classeur (Excel)
listing-format-json = Données (JSON)
listing-format-md = Texte (Markdown)
listing-take = Récupérer en fichier
listing-take-do = Télécharger
listing-all = { $count ->
    [1] La seule affirmation correspondante
   *[other] Les { $count-shown } affirmations correspondantes
}
listing-all-that-fit = Toutes les affirmations correspondantes
listing-of-source = { $count ->
    [1] La seule affirmation pour laquelle l’article la cite
   *[other] Les { $count-shown } affirmations pour lesquelles des articles la citent
}
listing-title = Liste
listing-count = { $count ->
    [one] { $count-shown } affirmation
   *[other] { $count-shown } affirmations
}
listing-month = Mois
listing-form = Forme
listing-month-title = Le travail d’un mois
listing-month-lead = Les affirmations qui ont reçu de cette personne un verdict, un envoi ou un renvoi, une validation, une décision sur le texte, une preuve ou une demande de réaction.
listing-of-person = Affirmations travaillées par { $name }
problem-month-unreadable = Un mois s’écrit avec l’année et le numéro, par exemple 2026-11.
