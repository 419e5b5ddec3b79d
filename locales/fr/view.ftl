### Filters of the queue kept under a name.

view-title = Vues enregistrées
view-lead = Des filtres d’affirmations sous un nom. Les vôtres ne sont qu’à vous ; les vues partagées figurent à côté de la file de tout le monde.
view-save = Enregistrer cette vue
view-save-do = Enregistrer
view-manage = Gérer les vues
view-name = Nom
view-share = Pour toute la rédaction
view-own = Visible de vous uniquement.
view-shared-by = Pour toute la rédaction, enregistrée par { $name }.
view-of-the-desk = (toute la rédaction)
view-up = Monter
view-up-label = Monter : { $name }
view-down = Descendre
view-down-label = Descendre : { $name }
view-delete = Supprimer
view-delete-label = Supprimer : { $name }
view-delete-confirm = Supprimer la vue « { $name } » ? Les affirmations restent telles quelles.
view-none = Aucune vue enregistrée
view-none-next = Filtrez les affirmations comme il vous faut, puis choisissez « Enregistrer cette vue ».
view-conflict = Quelqu’un a modifié cette vue en même temps que vous. Comparez les deux et enregistrez de nouveau.
view-now = État actuel
view-yours = Votre saisie
done-view-saved = La vue est enregistrée.
done-view-changed = La vue est modifiée.
done-view-deleted = La vue est supprimée.
