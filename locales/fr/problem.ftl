### What went wrong, and what to do. One sentence a problem; messages at fields below.

problem-not-found = Introuvable ici : { $what }. L’élément a peut-être été retiré, ou le lien est incomplet.
problem-format-not-built = Ce programme a été compilé sans PDF. Prenez une autre forme du rapport, ou demandez à votre admin une version avec PDF.
problem-internal = Quelque chose a mal tourné de notre côté. Rien de ce qui était enregistré n’est perdu. Réessayez ; si cela se reproduit, donnez le numéro de référence à votre admin.
problem-store-full = Le disque est plein ou n’accepte plus d’écriture : rien de plus ne peut être enregistré. Ce qui l’était déjà est en sûreté. Prévenez votre admin ; gardez cette page ouverte, et votre texte reste.
problem-held = { $by } vérifie cette affirmation, jusqu’à { $until } sans autre nouvelle. Vous pouvez prendre le relais.
problem-too-many-streams = Trop de fenêtres et de programmes écoutent déjà les changements de cette rédaction. Fermez-en, ou continuez sans mise à jour en direct : tout le reste fonctionne.
problem-database-away = La base de données est injoignable pour le moment. Rien n’est perdu ; réessayez dans un instant.
problem-forbidden = Ceci demande le rôle { $role } ou un rôle supérieur. Votre admin peut vous le donner.
problem-stale = Quelqu’un a modifié cet élément ({ $what }) pendant que vous y travailliez.
problem-transition-refused = Une affirmation « { $from } » ne peut pas devenir « { $to } ».
problem-reason-missing = Dites pourquoi ; d’autres le liront dans l’historique.
problem-set-aside-reason-missing = Choisissez pourquoi l’affirmation est écartée.
problem-four-eyes = Vous avez donné ce verdict : c’est à quelqu’un d’autre de le valider.
problem-verdict-incomplete = Il manque encore quelque chose pour ce verdict.
problem-set-aside = Cette affirmation est écartée. Rouvrez-la d’abord.
problem-article-open = Tout n’est pas traité. Phrases à traiter : { $sentences ->
    [0] aucune
   *[other] { $sentences-shown }
} ; affirmations ouvertes : { $claims ->
    [0] aucune
   *[other] { $claims-shown }
}. Réglez-les, ou dites pourquoi l’article est validé malgré tout.
problem-article-unchanged = L’article est déjà dans cet état.
problem-assignee-unfit = Aucune affirmation ne peut être confiée à cette personne : son accès est fermé, ou son rôle ne permet que la lecture.
problem-already-attached = Cette preuve est déjà jointe à l’affirmation.
problem-not-undoable = Cette étape ne peut pas être annulée.
problem-already-undone = Cette étape a déjà été annulée.
problem-undo-stale = Autre chose a changé depuis. Annulez d’abord cela.
problem-too-many = Au plus { $most-shown } affirmations peuvent être modifiées à la fois. Resserrez le filtre.
problem-invalid = Certains champs demandent une autre valeur.
problem-sign-in-failed = L’adresse e-mail et le mot de passe ne vont pas ensemble.
problem-sign-in-needed = Connectez-vous d’abord.
problem-token-needed = Envoyez un jeton valable sous la forme « Authorization: Bearer … », ou connectez-vous.
problem-throttled = Trop d’essais. Attendez { $seconds ->
    [one] { $seconds-shown } seconde
   *[other] { $seconds-shown } secondes
} et réessayez.
problem-link-invalid = Ce lien a déjà servi, a expiré ou est incomplet. Demandez-en un nouveau à votre admin.
problem-mail-taken = Quelqu’un a déjà cette adresse e-mail ici.
problem-last-admin = La rédaction a besoin d’au moins une personne qui l’administre et peut se connecter.
problem-name-taken = Une autre source porte ce nom.
problem-merge-with-itself = C’est une seule et même fiche. Choisissez-en une autre avec laquelle la fusionner.
problem-already-merged = « { $name } » fait déjà partie de « { $into } » : { $by } les a fusionnées. Rien n’a été modifié.
problem-changed-meanwhile = { $by } a modifié « { $name } » pendant que vous la consultiez, donc rien n’a été fusionné. Revoyez les deux fiches, puis décidez.
problem-note-withdrawn = { $by } a déjà retiré cette note.
problem-not-merged = « { $name } » est déjà une fiche à part.
problem-form-expired = Ce formulaire n’est plus valable, sans doute après une nouvelle connexion. Revenez en arrière, rechargez la page et renvoyez-le ; votre saisie est gardée dans ce navigateur.
problem-form-unreadable = Le formulaire n’a pas pu être lu. Revenez en arrière et renvoyez-le.
problem-json-unreadable = Le corps n’est pas du JSON valable de la forme attendue : { $why }
problem-idempotency-mismatch = Cet Idempotency-Key a servi pour une autre requête.
problem-cursor-unreadable = Ce curseur n’est pas de cette liste.
problem-method-not-allowed = Cette adresse ne fait pas cela.
problem-revision-needed = Dites quelle révision vous avez modifiée, dans « revision » ou If-Match.
problem-format-unknown = Cette forme n’existe pas.
problem-fetch-off = Cette version ne va pas chercher les articles sur le web. Envoyez le texte.
problem-article-signed-off = L’article est validé. Rouvrez-le d’abord.
problem-unchanged = C’est déjà le cas.
problem-too-many-views = Vous gardez { $most-shown } vues, et il n’y a pas de place pour d’autres. Supprimez-en une d’abord.

## Things

thing-claim = affirmation
thing-article = article
thing-version = version
thing-sentence = phrase
thing-note = note
thing-source = source
thing-evidence = preuve
thing-comment = remarque
thing-notification = message
thing-contact = demande de réaction
thing-person = personne
thing-token = jeton
thing-link = lien
thing-link-of-the-chain = maillon de la chaîne
thing-line-of-history = ligne d’historique
thing-report = rapport
thing-page = page
thing-view = vue
thing-bulk-step = action groupée
thing-entry = fiche

## Titles of error pages

error-title = Cela n’a pas fonctionné
error-title-400 = Demande incompréhensible
error-title-401 = Connectez-vous d’abord
error-title-403 = Accès refusé
error-title-404 = Introuvable
error-title-405 = Impossible ici
error-title-409 = Conflit avec autre chose
error-title-410 = Plus valable
error-title-413 = Trop volumineux
error-title-422 = Une autre valeur est nécessaire
error-title-429 = Trop d’essais
error-title-500 = C’est notre faute
error-title-503 = Un instant
error-title-507 = Plus de place
error-reference = Numéro de référence : { $reference }
error-home = Vers ma file
error-back = Revenir en arrière
error-help = Aide

## Messages at fields

field-required = Ce champ ne peut pas rester vide.
field-too-long = Il y a { $length-shown } caractères ; au plus { $most-shown } sont possibles.
field-not-a-link = Ce n’est pas une adresse web. Elle commence par http:// ou https://.
field-not-a-date = Ce n’est pas une date. Écrivez-la année-mois-jour, par exemple 2026-11-24.
field-date-in-future = Cette date est dans le futur.
field-answered-before-asked = La réponse ne peut pas précéder la question.
field-answer-required = Saisissez la réponse, ou choisissez une autre suite.
field-answer-is-there = Une réponse est saisie ci-dessous : choisissez « A répondu », ou « N’a pas souhaité réagir ».
field-not-a-mail-address = Ce n’est pas une adresse e-mail.
field-not-a-choice = Choisissez l’une des valeurs.
field-password-short = Prenez au moins { $least-shown } caractères ; quelques mots à la suite conviennent bien.
field-password-wrong = Ce n’est pas votre mot de passe actuel.
field-mail-taken = Quelqu’un a déjà cette adresse e-mail ici.
field-name-taken = Une autre source porte ce nom.
field-verdict-required = Choisissez un verdict sur le fond, ou dites d’une source si elle l’a dit.
field-link-or-title-required = Donnez un lien, ou au moins un titre.
field-spans-count = Marquez entre un et { $most-shown } passages du texte.
field-spans-outside = Les passages doivent être dans le texte, l’un après l’autre.
field-version-unchanged = C’est le texte actuel. Collez le texte modifié.
field-one-piece = Marquez un seul passage du texte.
field-no-name = Ces mots ne nomment personne. Marquez ceux qui le font.
field-source-first = Dites d’abord qui l’a dit.
field-words-not-found = « { $words } » n’est pas dans le texte. Copiez les mots du texte.
field-parts-count = Divisez l’affirmation en deux à { $most-shown } parties : une par ligne.
field-merge-count = Indiquez entre une et { $most-shown } autres affirmations.
field-merge-self = Une affirmation ne peut pas être fusionnée avec elle-même. Indiquez-en d’autres.
field-merge-article = Seules des affirmations de la même version d’un même article peuvent être fusionnées.
field-no-such-claim = L’article n’a pas d’affirmation { $number-shown }.
field-claim-numbers = Écrivez les numéros des affirmations, par exemple : 4, 7
field-chain-count = Une chaîne a au plus { $most-shown } maillons.
field-tags-count = Au plus { $most-shown } étiquettes sont possibles.
field-tag-too-long = Une étiquette a au plus { $most-shown } caractères. Séparez les étiquettes par des virgules.
