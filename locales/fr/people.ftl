### The people of the desk.

people-title = Équipe
people-lead = Qui travaille dans cette rédaction, et avec quels droits.
people-role = Rôle
people-role-of = Rôle de { $name }
people-state = Accès
people-actions = Actions
people-you = vous
people-disabled = Accès fermé
people-invited = N’a pas encore choisi de mot de passe
people-since = Depuis le { $date }
people-make-link = Lien de mot de passe
people-make-link-for = Lien de mot de passe pour { $name }
people-disable = Fermer l’accès
people-enable = Rouvrir l’accès
people-disable-confirm = Toutes les sessions de { $name } seront fermées, et aucune connexion ne sera possible tant que l’accès n’est pas rouvert. Son travail reste.
people-add = Ajouter une personne
people-add-do = Ajouter et afficher le lien
people-link = Transmettez ce lien à { $name }. Il sert à choisir un mot de passe.
people-link-hint = Il sert une seule fois, pendant trois jours, et ne s’affiche que maintenant.
done-role-changed = Le rôle est modifié.
done-person-disabled = L’accès est fermé.
done-person-enabled = L’accès est rouvert.
