### The way in: signing in, setting the desk up, choosing a password.

sign-in-title = Connexion
sign-in = Se connecter
sign-in-forgotten = Mot de passe oublié ? Votre admin peut créer un lien qui vous permettra d’en choisir un nouveau.
sign-in-empty-desk = Cette rédaction n’a encore personne. Son premier compte d’administration se crée par le lien que le serveur a affiché à son démarrage.

field-name = Nom
field-email = Adresse e-mail
field-password = Mot de passe
password-hint = Au moins 10 caractères ; quelques mots à la suite conviennent bien.

set-up-title = Créer cette rédaction
set-up-lead = Vous en aurez l’administration. Vous pourrez ensuite ajouter les autres.
set-up = Créer
done-desk-set-up = La rédaction est prête. Commencez par un article, ou ajoutez vos collègues sous « Équipe ».

password-title = Choisir un mot de passe
password-lead = Pour { $name }. Tous les autres navigateurs seront déconnectés.
password-set = Enregistrer et se connecter
done-password-set = Votre mot de passe est enregistré.
