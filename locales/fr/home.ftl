### The landing page.

home-title = Ma file
home-mine = À vérifier par moi
home-mine-none = Rien ne vous est confié. Prenez une affirmation libre, ou ajoutez un article.
home-sign-off = En attente d’une deuxième personne
home-sign-off-none = Rien n’attend de validation.
home-more = Tout voir
home-see-unassigned = Affirmations libres
home-due = Échéance : { $date }
home-desk = Où en est la rédaction
