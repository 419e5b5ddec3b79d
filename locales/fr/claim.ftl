### The page of one claim.

claim-page-title = Affirmation { $number } : { $statement }
claim-number = Affirmation { $count-shown }
claim-to-article = Vers l’article
claim-neighbours = Affirmations de cet article
claim-before = Affirmation précédente
claim-after = Affirmation suivante
claim-attribution = Attribution :
claim-risky = Risque élevé
claim-priority-is = Priorité : { $priority }
claim-due-on = Échéance : { $date }
claim-was-due = Échéance dépassée : { $date }
claim-mine = À vous
claim-nobody = Libre
claim-signed-off-by = Validée par { $name }
claim-passage = Le passage
claim-is-removed = Cette affirmation a été retirée le { $date }. Le travail fait est conservé.
claim-restore = La remettre
claim-to-the-form = Vers le formulaire
claim-choose = Choisir

## What was found

claim-finding = Constat
claim-found-by = Par { $name }
claim-no-finding = Aucun constat pour l’instant.
claim-finding-change = Modifier le constat
claim-finding-reopens = Un autre constat rouvre l’affirmation. Cocher le texte comme modifié ne la rouvre pas.
claim-finding-in-review = Qui modifie le constat ne peut pas le valider.
claim-did-they-say-it = La source l’a-t-elle dit ?
claim-said-by = Est-ce attribuable à { $name } ?
claim-note-on = Note sur { $name }
claim-note-hint = Ce qui a été dit exactement, où, quand
claim-not-looked-at = Pas encore examiné
claim-link-gone = Une source qui n’est plus dans la chaîne
claim-substance = Est-ce exact ?
claim-rationale = Pourquoi
claim-rationale-hint = De quoi permettre à quelqu’un d’autre d’arriver au même constat.
claim-searched = Recherches faites
claim-searched-optional = nécessaire s’il n’y a pas de preuve
claim-text-action = Suite à donner au texte
claim-text-undecided = Pas décidé
claim-text-done = Fait dans le texte
claim-text-is-done = fait
claim-text-is-open = reste à faire
claim-proposed-wording = Formulation proposée
claim-override-summary = Laisser passer malgré ce qui manque
claim-override = Pourquoi cela peut passer
claim-override-hint = Le motif figure dans l’historique et dans le rapport.
claim-overridden = Le rôle Édition a laissé passer, avec un motif.
claim-finding-save = Enregistrer le constat
claim-finding-save-and-send = Enregistrer et envoyer en relecture
claim-saved-not-sent = Votre constat est enregistré, mais l’affirmation n’a pas été envoyée en relecture.

## The chain

claim-chain = Chaîne des sources
claim-chain-add = Ajouter une source
claim-chain-change = Modifier la chaîne
claim-chain-lead = De la plus proche du lecteur à la plus lointaine. Videz un nom pour retirer la source. Les mots du texte sont cherchés là où se trouve l’affirmation. Les constats sur les sources qui restent sont gardés.
claim-chain-new = Une source de plus
claim-chain-place = Rang
claim-chain-source = Source
claim-chain-role = Rôle joué
claim-chain-kind = Nature, si elle est nouvelle
claim-chain-quotation = Ses mots
claim-words-change = Changer les mots du texte qu’elle couvre
claim-words = Ce qui a été dit, dans les mots du texte
claim-words-hint = Copiez les mots du texte, un passage par ligne. L’énoncé ne change pas.
claim-taken-for = Retenue pour
claim-chain-save = Enregistrer la chaîne
field-not-a-place = Un rang est un nombre : 1 est le plus proche du lecteur.
field-searched-required = Joignez une preuve, ou dites ici où vous avez cherché.

## What is next

claim-side = Étapes et affectation
claim-next = Et maintenant
claim-four-eyes = Vous avez donné ce verdict : c’est à quelqu’un d’autre de le valider.
claim-state = État
claim-reason = Pourquoi
claim-reason-more = Précisions
claim-set-aside-why = Pourquoi elle n’est pas vérifiée
claim-todo = Avant la validation
claim-todo-verdict = Un verdict sur le fond
claim-todo-rationale = Sa justification
claim-todo-evidence-or-search = Une preuve, ou une note sur les recherches faites
claim-todo-second-independent-piece = Une deuxième preuve indépendante, car le risque est élevé
claim-todo-links = { $links ->
    [1] { $seen ->
        [0] La source de la chaîne : pas examinée
       *[other] La source de la chaîne : examinée
    }
   *[other] Sources examinées : { $seen-shown } sur { $links-shown }
}
claim-todo-done = (fait)
claim-todo-open = (à faire)

## Who has it

claim-assignment = Affectation
claim-assignee = Vérifiée par
claim-due = Échéance
claim-priority = Priorité
claim-message = Message
claim-take = La prendre
claim-give-back = La rendre
claim-assign = Confier
claim-assign-do = Enregistrer l’affectation

## Changing the claim

claim-changing = L’affirmation elle-même
claim-reword = La reformuler
claim-statement = Énoncé
claim-statement-hint = Une phrase qui se comprend seule ; les mots de l’article restent tels quels.
claim-risk = Risque
claim-risk-is = Risque : { $risk }
claim-risk-hint = Élevé si une erreur nuirait à des personnes, créerait un problème juridique ou ruinerait l’article. Pour être confirmée, l’affirmation demande alors deux preuves indépendantes.
claim-split = La diviser en plusieurs affirmations
claim-split-parts = Les parties, une par ligne
claim-split-hint = Allez à la ligne là où une partie finit et où la suivante commence. Chaque ligne garde les mots du texte ; ôtez ceux qui n’appartiennent à aucune partie, et reliez les passages par « … ». La première partie garde le numéro ; les autres deviennent des affirmations avec les mêmes sources et preuves.
claim-split-do = Diviser
claim-merge = La fusionner avec d’autres
claim-merge-numbers = Numéros des autres affirmations
claim-merge-hint = Par exemple : 4, 7. Elles sont retirées ; celle-ci couvre leurs mots et reprend leurs sources et leurs preuves. Tous les historiques sont gardés.
claim-merge-do = Fusionner
claim-remove = La retirer
claim-remove-confirm = L’affirmation quitte l’article et la file. Le travail fait est conservé, et elle peut être remise.

## Remarks

claim-remarks = Remarques
claim-remark = Remarque
claim-remark-add = Ajouter une remarque
claim-remark-do = Ajouter
claim-no-remarks = Aucune remarque.
claim-settle = Clore
claim-settle-do = Clore
claim-resolution = Comment elle a été réglée
claim-settled-by = Close par { $name }

## History

claim-history = Historique
claim-history-all = Tout l’historique

## After a conflict

claim-last-change = Dernière modification :
claim-kept-title = Votre saisie
claim-kept-lead = Le formulaire n’est plus proposé ; vos mots sont donc gardés ici. Copiez ce qu’il vous faut.

## What was done

done-verdict-set = Le constat est enregistré.
done-step-begin = La vérification est commencée.
done-step-go-on = La vérification reprend.
done-step-wait = L’affirmation attend une réponse.
done-step-send = L’affirmation attend la validation. Vous n’avez rien d’autre à vérifier.
done-step-send-next = L’affirmation attend la validation. Voici votre suivante.
done-step-sign-off = L’affirmation est validée.
done-step-send-back = L’affirmation est renvoyée.
done-step-re-open = L’affirmation est rouverte.
done-step-set-aside = L’affirmation est écartée.
done-claim-taken = L’affirmation est à vous.
done-claim-assigned = L’affirmation est confiée.
done-claim-given-back = L’affirmation est libre.
done-claim-order-changed = L’affectation est enregistrée.
done-claim-reworded = L’énoncé est enregistré.
done-claim-split = L’affirmation est divisée. Formulez chaque partie pour qu’elle se comprenne seule.
done-claims-merged = Les affirmations sont fusionnées. Assurez-vous que l’énoncé dit tout.
done-claim-removed = L’affirmation est retirée.
done-claim-restored = L’affirmation est remise.
done-risk-set = Le risque est enregistré.
done-chain-changed = La chaîne est enregistrée.
done-comment-added = Votre remarque est ajoutée.
done-comment-resolved = La remarque est close.
