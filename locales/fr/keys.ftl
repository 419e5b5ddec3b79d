### Keys: what they do, and the page where a person changes them.

keys-title = Touches de cette page
keys-are-off = Les touches sont désactivées dans vos réglages.
keys-save-typed = Enregistrer la saisie en cours
keys-leave = Quitter un champ, pour que les touches agissent de nouveau
keys-control = Ctrl
keys-enter = Entrée
keys-escape = Échap
keys-change = Changer les touches
keys-verdict = Verdict : { $verdict }
keys-stance = Un lien collé : { $stance }

key-action-help = Afficher les touches de la page
key-action-new = Nouvel article
key-action-inbox = Vers vos messages
key-action-next = Affirmation ou ligne suivante
key-action-previous = Affirmation ou ligne précédente
key-action-unreviewed = Affirmation suivante sans décision
key-action-open = Ouvrir la ligne
key-action-tick = Cocher la ligne
key-action-tick-range = Cocher toutes les lignes depuis la dernière
key-action-search = Aller à la recherche
key-action-take = Prendre l’affirmation
key-action-evidence = Ajouter une preuve
key-action-send = Enregistrer et envoyer en relecture
key-action-list = Revenir à la liste
key-action-up = Revenir à l’article ou à l’affirmation d’où elle vient
key-action-assign = Confier l’affirmation à quelqu’un
key-action-finding = Modifier un constat terminé
key-action-attribution = Aller à « La source l’a-t-elle dit ? »
key-action-rationale = Aller à la justification
key-action-searched = Aller aux recherches faites
key-action-text-action = Aller à la suite à donner au texte
key-action-wording = Aller à la formulation proposée
key-action-save = Enregistrer
key-action-begin = Commencer ou reprendre la vérification
key-action-wait = Attendre une réponse
key-action-sign-off = Valider
key-action-send-back = Renvoyer, ou rouvrir
key-action-set-aside = Écarter
key-action-take-over = Reprendre ce qui a été trouvé pour une affirmation qui dit la même chose
key-action-remark = Écrire une remarque
key-action-ask-second = Demander une seconde vérification
key-action-open-sentence = Phrase suivante à traiter
key-action-kinds = Afficher la nature de chaque phrase
key-action-make-claim = Faire une affirmation des mots marqués
key-action-mark-words = Marquer des mots du texte sans souris
key-action-mark-source = Les mots marqués sont la source
key-action-mark-cue = Les mots marqués disent que quelqu’un parle
key-action-mark-content = Les mots marqués sont ce qui est dit

key-settings-title = Touches
key-settings-lead = Une touche par action. Elles agissent partout où vous n’êtes pas en train d’écrire ; un champ laissé vide n’attribue aucune touche.
key-settings-on = Les touches agissent
key-settings-on-hint = Désactivez-les si vous dictez, ou si un autre de vos outils se sert de touches simples.
key-settings-moving = Se déplacer
key-settings-verdicts = Verdicts
key-settings-claim = Sur une affirmation
key-settings-article = Dans la vue de lecture
key-settings-stances = Après avoir collé un lien sur une affirmation
key-settings-usual = d’ordinaire { $key }
key-settings-reset = Revenir aux touches d’origine
key-settings-open = Changer les touches
key-settings-state-on = Les touches agissent, { $count ->
    [0] toutes celles d’origine.
    [one] dont { $count-shown } modifiée.
   *[other] dont { $count-shown } modifiées.
}
key-settings-state-off = Les touches sont désactivées.
done-keys-changed = Vos touches sont enregistrées.
done-keys-reset = Toutes les touches sont revenues à l’origine.
field-key-not-one = Tapez une seule lettre, un chiffre ou un signe.
field-key-browser = Les navigateurs se servent de « { $key } » pour leur propre recherche. Choisissez une autre touche.
field-key-taken = « { $key } » est la touche de « { $this } » et de « { $other } ». Donnez-en une autre à l’une des deux actions.

claim-to-list = Retour à la liste
claim-next-unreviewed = Suivante à décider
done-step-send-last = L’affirmation attend la validation. Plus rien de cette liste ne vous attend.
done-step-sign-off-next = L’affirmation est validée. Voici la suivante qui attend.
done-none-unreviewed = Plus rien ici n’attend de décision de votre part.
