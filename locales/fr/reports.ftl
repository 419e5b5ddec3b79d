### The pages where reports are taken, frozen and corrected.

reports-lead = La vérification dans son état actuel. Les preuves confidentielles ne figurent sous aucune forme.
reports-forms = Récupérer le rapport
reports-download-label = Télécharger : { $form }
reports-open = Ouvrir
reports-open-label = Ouvrir : { $form }
reports-findings-none = Toutes les affirmations partent, et il n’y a rien à améliorer.
reports-findings-no-claims = Il n’y a pas encore d’affirmation : cette forme est vide.
reports-findings-of = { $count ->
    [one] { $count-shown } affirmation
   *[other] { $count-shown } affirmations
}
reports-left-out = Laissée de côté
reports-goes-out = Publiée

reports-frozen = Rapports figés
reports-frozen-lead = Un rapport figé garde son numéro et son empreinte et reste tel quel, quoi qu’il arrive ensuite à l’article.
reports-frozen-none = Aucun rapport de cet article n’est encore figé.
reports-frozen-title = Rapport { $number }
reports-frozen-at = Figé le
reports-frozen-by = Par
reports-freeze = Figer le rapport dans son état actuel
reports-freeze-confirm = Un rapport figé ne peut être ni modifié ni supprimé. Le figer dans son état actuel ?
reports-freeze-editors = Figer le rapport demande le rôle Édition.
done-report-frozen = Le rapport est figé.

reports-corrections-lead = Ce qui a changé dans l’article après sa publication. Les corrections figurent dans tous les rapports suivants et ne sont jamais modifiées ni supprimées.
reports-corrections-none = Aucune correction n’a été saisie.
reports-corrections-editors = Saisir une correction demande le rôle Édition.
reports-correct = Saisir une correction
reports-correct-kind = Type de modification
reports-correct-kind-hint = Une coquille, une précision ou une correction demande les deux formulations, une correction aussi le motif. Une mise à jour demande la nouvelle formulation, une rétractation le motif.
reports-correct-claim = Affirmation concernée
reports-correct-claim-none = Aucune en particulier
reports-correct-was = Ce que disait l’article
reports-correct-now = Ce qu’il dit maintenant
reports-correct-why = Pourquoi
reports-correct-found = Qui l’a trouvée
reports-correct-found-hint = Ce nom est publié dans le rapport. Laissez vide si la personne ne le souhaite pas.
reports-correct-published = Publiée le
reports-correct-published-hint = Aujourd’hui, si vous laissez vide.
reports-correct-do = Saisir la correction
done-correction-entered = La correction est saisie. Elle figure désormais dans chaque rapport.

reports-show-about = À propos de ce rapport
reports-show-number = Numéro
reports-show-hash = SHA-256 du rapport
reports-show-history = Dernière empreinte de l’historique qui précède
reports-show-key = La clé entière
reports-show-verify = Le contrôler
reports-show-verify-lead = Téléchargez la forme « { $form } » et lancez ceci là où tourne le serveur de la rédaction. La commande dit si le fichier est bien ce qui a été figé, et si l’historique derrière lui est inchangé. Partout ailleurs, avec la clé de cette rédaction donnée à --key, elle dit si le fichier est ce que la rédaction a signé.
