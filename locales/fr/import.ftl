### Reports in the JSON form that are imported.

done-report-imported = La vérification est importée telle que le rapport la raconte. Ce qui a été fait avant l’a été par l’équipe de l’autre rédaction.
article-new-limit-report = Texte brut, Markdown ou page web enregistrée, { $count ->
    [0] pas trop volumineux
   *[other] jusqu’à { $count-shown } Mo
} ; ou un rapport sous sa forme JSON, qui apporte toute sa vérification.
article-report-not-here = Ceci est un rapport sous sa forme JSON. Il devient un article à part, sous « Nouvel article », sans texte à côté.
article-report-unfit = Ce rapport n’a pas été importé ; le motif figure ci-dessus.
article-import-again = Importer le rapport quand même : il devient un deuxième article
happened-another-desk = une autre rédaction
happened-report-imported = { $who } a importé la vérification de « { $title } », { $count ->
    [0] sans affirmation
    [one] avec { $count-shown } affirmation
   *[other] avec { $count-shown } affirmations
}, depuis un rapport venu de { $desk }
person-elsewhere = D’une autre rédaction : nom cité par un rapport importé
person-elsewhere-of = D’une autre rédaction, { $desk } : nom cité par un rapport importé

report-taken-from = Vérification faite ailleurs
report-taken-from-unnamed = une autre rédaction
report-taken-from-value = { $number ->
    [0] par { $desk }, comme le raconte son rapport établi le { $made }
   *[other] par { $desk }, comme le raconte son rapport figé { $number-shown }, établi le { $made }
} ; importée par { $name }, { $at }. SHA-256 du rapport : { $hash }

## Why a report can’t be imported

problem-report-known = La rédaction a déjà cet article : « { $title } ».
problem-report-unfit = Ce rapport ne peut pas être importé, et rien ne l’a été. { $place ->
    [none] { "" }
   *[other] À { $place } :{ " " }
}{ $what }{ $why ->
    [none] .
   *[other] { " " }({ $why }).
}
misfit-unreadable = ce n’est pas un rapport sous sa forme JSON
misfit-later-form = il est sous une forme que seule une version ultérieure de ce programme connaît
misfit-unknown-field = cette version du programme ne connaît pas ce champ
misfit-nul = le texte contient le caractère NUL
misfit-no-text = il n’y a pas de texte
misfit-long-text = le texte est plus long que cette rédaction ne l’accepte
misfit-text-hash = l’empreinte n’est pas celle du texte : l’un des deux a été modifié
misfit-signature = la signature ne porte pas sur ce que dit le rapport : il a été modifié depuis sa signature
misfit-span-outside = la position est hors du texte
misfit-sentence-order = la phrase commence avant la fin de la précédente
misfit-other-words = ce n’est pas ce qui se trouve à sa position dans le texte
misfit-number-unfit = le nombre est hors limites
misfit-twice = il y figure deux fois
misfit-no-evidence = le rapport n’a pas cette preuve
misfit-no-source = le rapport n’a pas cette source
misfit-no-claim = le rapport n’a pas cette affirmation
misfit-no-link = la chaîne n’a pas ce maillon
misfit-no-name = il n’y a pas de nom
misfit-no-finding = cela ne vient d’aucun des constats
misfit-several-in-force = plusieurs constats sont en vigueur
misfit-agreement = les deux constats ne disent pas qu’ils concordent ou diffèrent ainsi
misfit-no-reason = elle est écartée, et rien ne dit pourquoi
misfit-not-a-link = ce n’est pas une adresse web
misfit-long = c’est plus long que permis
misfit-date = l’année n’est pas comprise entre 1 et 9999
misfit-figure = le chiffre n’est pas compris entre 0 et 1
