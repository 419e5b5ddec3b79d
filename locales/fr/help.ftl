### The help page.

help-title = Aide
help-lead = Comment se déroule une vérification dans cette rédaction, et ce que ses mots veulent dire.
help-steps = De l’article au rapport
help-step-1 = Ajouter l’article
help-step-1-say = Collez-le ou choisissez un fichier. Chaque phrase reçoit une nature ; ce qui est vérifiable devient une affirmation, avec les sources que l’article cite pour elle.
help-step-2 = Répartir les affirmations
help-step-2-say = Cochez des affirmations dans la liste, choisissez une personne et une échéance. Chacun les retrouve sous « Ma file ».
help-step-3 = Vérifier
help-step-3-say = Deux questions, jugées séparément : la source l’a-t-elle dit, et est-ce exact ? Joignez ce que vous avez trouvé, et écrivez pourquoi.
help-step-4 = Envoyer en relecture
help-step-4-say = La page dit ce qui manque encore. Une deuxième personne valide, ou renvoie avec un motif.
help-step-5 = Traiter le reste
help-step-5-say = Une phrase sans affirmation reste à traiter jusqu’à ce que quelqu’un en fasse une affirmation ou dise ce qu’elle est. L’article peut alors être validé.
help-step-6 = Livrer le rapport
help-step-6-say = En page, en tableau, en données. Les preuves confidentielles restent ici ; elles sont comptées, pas montrées.
help-states = À qui d’agir
help-substances = Est-ce exact ?
help-attributions = La source l’a-t-elle dit ?
help-keys = Touches
help-keys-say = Toutes les pages se pilotent au clavier. Une touche affiche celles de la page où vous êtes ; elles se taisent pendant la saisie, et peuvent être changées ou désactivées.
help-keys-show = Afficher les touches
