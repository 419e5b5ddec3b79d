### Labels of every closed list. The keys are the list's name and the code.

## Who has to act

work-state-to-check = À vérifier
work-state-checking = En vérification
work-state-waiting = En attente
work-state-in-review = En relecture
work-state-signed-off = Validée
work-state-set-aside = Écartée
explain-work-state-to-check = Personne n’a commencé.
explain-work-state-checking = Quelqu’un s’en occupe.
explain-work-state-waiting = Quelqu’un a posé une question à l’extérieur et attend la réponse.
explain-work-state-in-review = Le constat attend une deuxième personne.
explain-work-state-signed-off = Une deuxième personne est d’accord.
explain-work-state-set-aside = Elle ne sera pas vérifiée, pour un motif indiqué.

## Steps from one state to another

step-begin = Commencer la vérification
step-wait = Attendre une réponse
step-go-on = Reprendre la vérification
step-send = Envoyer en relecture
step-sign-off = Valider
step-send-back = Renvoyer
step-re-open = Rouvrir
step-set-aside = Écarter

## Is it so?

substance-confirmed = Confirmé
substance-mostly-accurate = Exact, à un détail près
substance-mixed = En partie exact
substance-misleading = Trompeur
substance-incorrect = Faux
substance-disputed = Sources crédibles en désaccord
substance-unsupported = Pas de preuve suffisante
substance-outdated = N’est plus vrai
substance-not-checkable = Invérifiable
explain-substance-confirmed = C’est exact.
explain-substance-mostly-accurate = C’est exact, sauf un détail.
explain-substance-mixed = Une partie est exacte.
explain-substance-misleading = Les mots se défendent, l’impression donnée non.
explain-substance-incorrect = C’est inexact.
explain-substance-disputed = Des sources dignes de foi disent des choses différentes.
explain-substance-unsupported = Rien de probant n’a été trouvé.
explain-substance-outdated = C’était exact, et les choses ont changé.
explain-substance-not-checkable = Il n’y a rien à vérifier.

## Did that source say it?

attribution-verdict-as-stated = Conforme
attribution-verdict-wording-differs = Mots différents
attribution-verdict-meaning-changed = Sens modifié
attribution-verdict-other-source = Dit par une autre source
attribution-verdict-not-found = Introuvable
attribution-verdict-unreachable = Source injoignable
attribution-verdict-confidential-seen = Vu, non montrable
attribution-verdict-not-applicable = Sans objet
explain-attribution-verdict-as-stated = La source l’a dit ainsi.
explain-attribution-verdict-wording-differs = Elle l’a dit avec d’autres mots.
explain-attribution-verdict-meaning-changed = Elle a dit quelque chose qui a un autre sens.
explain-attribution-verdict-other-source = Quelqu’un d’autre l’a dit.
explain-attribution-verdict-not-found = Aucune trace qu’elle l’ait dit.
explain-attribution-verdict-unreachable = La source n’a pas pu être jointe.
explain-attribution-verdict-confidential-seen = La personne qui vérifie l’a vu et ne peut pas le montrer.
explain-attribution-verdict-not-applicable = La question ne se pose pas.

## What should happen to the text

text-action-keep = Garder
text-action-reword = Reformuler
text-action-add-attribution = Préciser qui le dit
text-action-add-context = Ajouter du contexte
text-action-hedge = Nuancer
text-action-cut = Couper
text-action-correct-published = Corriger la version publiée

## Why a claim is set aside

set-aside-not-checkable = Rien de vérifiable
set-aside-duplicate = Une autre affirmation dit la même chose
set-aside-cut-from-article = N’est plus dans l’article
set-aside-out-of-scope = Hors champ

## How soon, and how much harm

priority-low = Basse
priority-normal = Normale
priority-high = Haute
priority-urgent = Urgente
risk-normal = Normal
risk-high = Élevé
risk-kind-harm = Tort fait à des personnes
risk-kind-legal = Risque juridique
risk-kind-central = Au cœur de l’article

## Where a claim stands in the text

anchor-exact = Même endroit, mêmes mots
anchor-moved = Déplacée
anchor-changed = Mots modifiés
anchor-lost = N’est plus dans le texte

## Order of the queue

queue-sort-urgency = Les plus urgentes d’abord
queue-sort-newest = Les plus récentes d’abord
queue-sort-oldest = Les plus anciennes d’abord
queue-sort-worthiness = Les plus utiles à vérifier d’abord

## Evidence

evidence-kind-link = Lien
evidence-kind-file = Fichier
stance-supports = Confirme
stance-partly = Confirme en partie
stance-refutes = Contredit
stance-context = Contexte
grade-primary = Primaire
grade-secondary = Secondaire
grade-tertiary = Tertiaire
explain-grade-primary = Le document, l’enregistrement, les données ou le témoin lui-même.
explain-grade-secondary = Le récit que quelqu’un en fait.
explain-grade-tertiary = Un résumé de récits.
independence-independent = Indépendante
independence-dependent = Non indépendante
independence-unknown = Indépendance inconnue

## Articles and sentences

article-state-open = Ouvert
article-state-signed-off = Validé
correction-kind-typo = Coquille
correction-kind-clarification = Précision
correction-kind-correction = Correction
correction-kind-update = Mise à jour
correction-kind-retraction = Rétractation
sentence-kind-claim = Affirmation
sentence-kind-opinion = Opinion
sentence-kind-question = Question
sentence-kind-forecast = Prévision
sentence-kind-transition = Transition
sentence-kind-heading = Intertitre
sentence-kind-boilerplate = Hors article
explain-sentence-kind-claim = Dit quelque chose de vérifiable.
explain-sentence-kind-opinion = Un jugement ou un sentiment.
explain-sentence-kind-question = Interroge.
explain-sentence-kind-forecast = Dit ce qui arrivera ou pourrait arriver.
explain-sentence-kind-transition = Fait le lien ; n’affirme rien.
explain-sentence-kind-heading = Un titre ou un intertitre.
explain-sentence-kind-boilerplate = Infolettre, boutons de partage, crédits.

## Sources and chains

source-kind-outlet = Média
source-kind-government = Administration
source-kind-organisation = Organisation
source-kind-expert = Spécialiste
source-kind-official = Responsable public
source-kind-person = Personne
source-kind-document = Document
source-kind-unnamed = Anonyme
source-kind-collective = Groupe
alike-shared-name = Un nom en commun
alike-spelling = Les mêmes mots, dans une autre graphie ou un autre ordre
alike-same-person = L’une porte un titre, l’autre non
alike-initials = Prénoms en initiales, ou omis
alike-acronym = Les initiales de l’autre
alike-nearly-same = Une ou deux lettres de différence
alike-surname = Le nom de famille seul
rating-reliable = Fiable
rating-mixed = Fiable en partie
rating-unreliable = Pas fiable
rating-unknown = Fiabilité inconnue
chain-role-reporter = relaie
chain-role-origin = serait à l’origine
quotation-direct = Citation directe
quotation-indirect = Citation indirecte
quotation-mixed = Indirecte avec des mots cités

## Why a sentence was taken

why-quantity = un chiffre
why-comparison = une comparaison
why-named-source = une source nommée
why-unnamed-source = une source anonyme
why-accusation = une accusation
why-record = une première, un record ou une exclusivité
why-causal = une cause
why-event = un événement
why-quote = des mots cités
why-rule = une loi, un vote ou un accord

## People

role-viewer = Lecture
role-reviewer = Vérification
role-editor = Édition
role-admin = Administration
explain-role-viewer = Lit tout, ne change rien.
explain-role-reviewer = Vérifie des affirmations et joint des preuves ; peut prendre une affirmation libre.
explain-role-editor = De plus, ajoute des articles, confie, valide, tient le registre des sources et fige les rapports.
explain-role-admin = De plus, gère l’équipe, les jetons et les réglages.

## What is missing for a verdict

missing-verdict = un verdict sur le fond
missing-rationale = la justification du verdict
missing-evidence-or-search = une preuve, ou une note sur les recherches faites
missing-second-independent-piece = une deuxième preuve indépendante (le risque est élevé)

## What is broken in a history

break-changed = une ligne a été modifiée
break-removed = une ligne manque
break-inserted = une ligne a été ajoutée
break-missing = tout l’historique manque

## Asking for comment

contact-channel-email = Par e-mail
contact-channel-phone = Par téléphone
contact-channel-in-person = En personne
contact-channel-form = Par un formulaire
contact-channel-letter = Par courrier
contact-channel-message = Par message
contact-channel-other = Autrement
contact-outcome-awaited = Réponse attendue
contact-outcome-answered = A répondu
contact-outcome-declined = N’a pas souhaité réagir
contact-outcome-no-answer = Pas de réponse
