### Who has how much.

workload-title = Charge de travail
workload-lead = Affirmations ouvertes par personne. Chaque nombre mène à celles qu’il compte ; les transmettre ne change ni leur état ni leur historique.
workload-person = Confiées à
workload-open = Ouvertes
workload-overdue = En retard
workload-today = Pour aujourd’hui
workload-week = Sous une semaine
workload-pass-on = Transmettre
workload-claims = { $count ->
    [0] aucune
   *[other] { $count-shown }
}
workload-late = { $count-shown } en retard
workload-none = aucune
workload-nothing = Rien à transmettre
workload-checks-no-more = ne peut plus recevoir d’affirmations
workload-which = Quelles affirmations
workload-to-whom = Choisir une personne
workload-preview = Aperçu
workload-part-open = Toutes les ouvertes ({ $count-shown })
workload-part-overdue = En retard ({ $count-shown })
workload-part-today = Pour aujourd’hui ({ $count-shown })
workload-part-week = Sous une semaine ({ $count-shown })
