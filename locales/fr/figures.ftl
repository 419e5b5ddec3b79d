### La rédaction en chiffres.

figures-title = Chiffres
figures-as-of = Au { $at }. Ce qui évolue dans le temps porte sur douze semaines.
figures-pdf = Version papier (PDF)
figures-table = En tableau
figures-nothing = Rien à compter pour l’instant.
figures-none = –

figures-articles = Avancement des vérifications
figures-articles-lead = Les affirmations des articles en cours, selon l’étape où elles sont ; les articles les plus récents d’abord.
figures-articles-head = Article
figures-coverage = Phrases traitées
figures-accounted = { $accounted-shown } sur { $sentences-shown }

figures-people = Charge de chaque personne
figures-people-lead = Les affirmations qui attendent quelqu’un, selon leur échéance.
figures-people-head = Personne
figures-nobody = Personne pour l’instant
figures-due-overdue = En retard
figures-due-today = Pour aujourd’hui
figures-due-week = D’ici une semaine
figures-due-later = Plus tard ou sans date

figures-ages = Âge des affirmations ouvertes
figures-ages-lead = Jours écoulés depuis la création de l’affirmation.
figures-ages-head = Âge
figures-open = Affirmations ouvertes
figures-age-day = Moins d’un jour
figures-age-days = { $from } à { $to } jours
figures-age-more = { $from } jours et plus

figures-sign-offs = Délai jusqu’à la validation
figures-sign-offs-lead = Jours entre la création et la validation, par semaine de validation : la moitié des affirmations n’ont pas pris plus longtemps.
figures-sign-offs-head = Semaine du
figures-median = Jours, la moitié des affirmations
figures-ninth-decile = Jours, neuf sur dix
figures-signed-off = Affirmations validées

figures-verdicts = Résultats
figures-verdicts-lead = Verdicts sur le fond en vigueur, par semaine où ils ont été donnés.
figures-verdicts-head = Semaine du

figures-substance = Ce pour quoi les sources sont citées
figures-substance-lead = Les verdicts sur les affirmations pour lesquelles ces sources sont citées, pendant ces semaines ; les plus citées d’abord.
figures-substance-head = Source

figures-fidelity = L’ont-elles dit ?
figures-fidelity-lead = Avec quelle fidélité les articles ont rendu les mots de ces sources : la part de chaque constat.
figures-fidelity-head = Source
