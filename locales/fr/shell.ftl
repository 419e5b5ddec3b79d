### The frame around every page, and words used everywhere.

product = Corroborate
product-line = Chaque affirmation, chaque source, chaque phrase : rien n’est laissé de côté.

shell-skip = Aller au contenu
shell-home = Corroborate : vers ma file
shell-nav = Parties de la rédaction
shell-new = Nouvel article
shell-undo = Annuler

nav-home = Ma file
nav-articles = Articles
nav-claims = Affirmations
nav-sources = Sources
nav-history = Historique
nav-settings = Réglages
nav-people = Équipe
nav-help = Aide
nav-keys = Touches
nav-sign-out = Se déconnecter

close = Fermer
cancel = Ne rien faire
save = Enregistrer
optional = facultatif
confirm-title = Vous confirmez ?
confirm-yes = Oui, continuer

draft-notice = Voici ce que vous aviez saisi sans l’envoyer.
draft-discard = L’effacer

pager-next = Page suivante
pager-first = Première page
pager-label = Pages

conflict-title = Quelqu’un a modifié ceci pendant que vous y travailliez
conflict-lead = Rien n’est perdu : l’état actuel figure ci-dessous, et le formulaire garde ce que vous avez saisi. Renvoyez-le pour que votre saisie remplace l’autre.
conflict-now = État actuel
conflict-yours = Votre saisie
