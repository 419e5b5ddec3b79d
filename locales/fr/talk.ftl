### Remarks that speak to people, and what people are told of.

## Remarks

talk-hint = @ suivi d’un nom prévient cette personne.
talk-names = Membres de la rédaction
talk-names-found = {"{"}count{"}"} noms. Les flèches choisissent, Entrée valide, Échap ferme.
talk-told = Sont au courant : { $names }.
talk-untold = { $words } n’a prévenu personne : { $why }.
talk-link = Lien
talk-link-to = Lien vers cette remarque de { $name }
talk-earlier = Remarques précédentes
talk-newest = Vers les dernières remarques
talk-reopen = Rouvrir

untold-unknown = personne ici ne porte ce nom
untold-ambiguous = plusieurs personnes ici portent ce nom
untold-disabled = cette personne ne peut plus se connecter

done-comment-reopened = La remarque est rouverte.
happened-comment-reopened = { $who } a rouvert une remarque
