### What others do while a page is open.

live-changed = { $who } a modifié l’affirmation { $number }.
live-changed-here = { $who } a modifié quelque chose ici.
live-more = Quelque chose a été ajouté ici, ou retiré.
live-load = Afficher
live-show = Afficher
live-kept = Votre saisie reste ; si elle porte sur la même chose, l’enregistrement vous montre les deux.
live-gone = n’est plus dans cette liste
live-here = Également ici
live-here-card = a cette affirmation sous les yeux
live-on-this-claim = (sur cette affirmation)

hold-take = Je la vérifie
hold-let-go = Je ne la vérifie plus
hold-take-over = Prendre le relais
hold-mine = Vous la vérifiez ; les autres le voient jusqu’à { $until }.
hold-theirs = { $who } la vérifie, depuis { $since }.
hold-card = { $who } la vérifie
