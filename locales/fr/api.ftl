### For programs: what only the API says, and the page that explains it.

problem-revision-unreadable = « revision » et If-Match doivent donner la même révision : un nombre entier, entre guillemets droits dans If-Match.
problem-idempotency-key-unfit = Un Idempotency-Key compte de 1 à 255 caractères ASCII visibles.
thing-address = adresse

field-unfit = Ceci ne convient pas ici : { $why }

## The page that explains the API

api-title = Pour les programmes
api-lead = Ce qu’on fait ici avec les articles, les affirmations, les preuves et les rapports, les programmes le peuvent aussi, selon les mêmes règles. Chaque route dit ce qu’elle reçoit et répond, et peut être essayée.
api-description = Description OpenAPI
api-parameters = Paramètres
api-body = Corps
api-required = obligatoire
api-optional = facultatif
api-answers = Réponses
api-try = Essayer
api-send = Envoyer
api-answer = Ce qui est revenu
api-failed = Rien n’est revenu : la rédaction est injoignable, ou une valeur ne peut pas être envoyée.
api-how = Comment demander
api-token = Jeton
api-token-say = Un programme présente un jeton, sous la forme « Authorization: Bearer … ». Il agit au nom de la personne qui l’a créé, avec son rôle.
api-token-where = Créez-en un dans les réglages.
api-token-field = Jeton pour les essais
api-token-hint = Il reste dans cette page et nulle part ailleurs. Sans jeton, vos envois sont faits en votre nom. Ce que vous essayez a vraiment lieu.
api-rules = Pour toutes les routes
api-rule-errors = Erreurs
api-rule-errors-say = Au format « problem details » (RFC 9457), avec un code stable sur lequel s’appuyer, une phrase, et les champs refusés.
api-rule-lists = Listes
api-rule-lists-say = Au plus 200 lignes à la fois ; next_cursor reprend là où une page s’arrête.
api-rule-conflicts = Modifications
api-rule-conflicts-say = Elles portent la révision sur laquelle elles se fondent. Si elle est périmée, la réponse est 409, avec la ligne actuelle et ce qui a été envoyé.
api-rule-once = Répétitions
api-rule-once-say = Avec un Idempotency-Key, un POST peut être renvoyé sans être exécuté deux fois.
