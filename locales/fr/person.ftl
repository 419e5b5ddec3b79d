### The page of one person.

person-claims = Entre ses mains
person-in-queue = Voir dans la file
person-no-claims = Aucune affirmation ouverte entre ses mains.
person-did = Son activité
person-did-nothing = Rien pour l’instant.
