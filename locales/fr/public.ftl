### Public pages: what readers see, and how a report gets there.

public-corrections-link = Page des corrections
public-corrections-of = Corrections : { $title }
public-corrections-none = Rien n’a été corrigé depuis ce rapport.
public-feed = Les corrections en flux Atom
public-missing = Il n’y a rien ici
public-missing-lead = Aucune page à cette adresse. Elle est peut-être mal écrite, ou la page a été retirée.
public-back = Retour au rapport

public-error-title = Signaler une erreur
public-error-claim = Signaler une erreur dans l’affirmation { $number }
public-error-lead = Avons-nous commis une erreur ? Dites laquelle, et comment vous le savez. Vous pouvez rester anonyme.
public-error-which = Numéro de l’affirmation, s’il s’agit de l’une d’elles
public-error-what = Ce qui est faux
public-error-contact = Comment vous joindre, si vous souhaitez une réponse
public-error-trap = Laissez ce champ vide
public-error-do = Envoyer à la rédaction
public-reported = Merci
public-reported-lead = La rédaction a reçu votre message. S’il s’avère qu’une correction s’impose, elle figurera sur la page.

public-feed-desk = Vérifications de { $name }
public-feed-desk-unnamed = Vérifications
public-feed-of = Corrections : { $title }
public-feed-correction = { $kind }, { $date }
report-in-a-sentence = { $count ->
    [0] Aucune affirmation.
    [one] { $count-shown } affirmation.
   *[other] { $count-shown } affirmations.
}

## Publishing

publish-title = Page publique
publish-off = Personne en dehors de la rédaction ne peut lire ce rapport.
publish-lead = Un rapport publié peut être lu, sans connexion, par quiconque a son adresse. Il dit ce qui a été figé, et rien d’autre.
publish-address = Adresse
publish-address-hint = Lettres, chiffres et traits d’union. Les pages dont vous choisissez l’adresse figurent dans le flux de la rédaction. Laissez vide pour une adresse impossible à deviner : la page n’est alors dans aucun flux et demande aux moteurs de recherche de l’ignorer.
publish-do = Publier ce rapport
publish-here = Ce rapport est public :
publish-elsewhere = Le rapport { $number } de cet article est public :
publish-move = Mettre ce rapport à sa place
publish-withdraw = Retirer la page
publish-withdraw-confirm = L’adresse de la page ne mènera plus nulle part. La retirer ?
publish-editors = Publier le rapport demande le rôle Édition.
done-page-published = Le rapport est public.
done-page-moved = La page publique montre maintenant ce rapport.
done-page-withdrawn = La page publique est retirée.

## What readers report

readers-title = Signalements du public
readers-lead = Les erreurs que le public signale sur les pages publiques. Répondez à chacune : ce qui a été constaté, et ce qui a été fait.
readers-none = Aucun signalement n’attend de réponse.
readers-none-answered = Aucun n’a encore reçu de réponse.
readers-waiting = En attente
readers-answered = Avec réponse
readers-show = Quels signalements afficher
readers-contact = Pour joindre cette personne : { $contact }
readers-no-claim = La page dans son ensemble
readers-report = Le rapport qui a été lu
readers-resolution = Ce qui a été constaté, et ce qui a été fait
readers-resolve = Répondre
readers-resolved = { $name }, { $at }
readers-wait = { $count ->
    [one] { $count-shown } signalement du public attend une réponse
   *[other] { $count-shown } signalements du public attendent une réponse
}
readers-on-claim = { $count ->
    [one] { $count-shown } personne du public signale une erreur dans cette affirmation.
   *[other] { $count-shown } personnes du public signalent une erreur dans cette affirmation.
}
done-reader-answered = La réponse est enregistrée.

thing-public-page = page publique
thing-reader-report = signalement du public
problem-public-elsewhere = La page publique de l’article a une autre adresse. Retirez-la d’abord.
problem-already-resolved = Quelqu’un y a déjà répondu.
problem-readers-full = La rédaction ne peut plus recevoir de signalement sur cette page pour le moment, car beaucoup attendent une réponse. Réessayez demain, s’il vous plaît.
problem-reader-throttled = Plusieurs signalements sont venus de votre adresse coup sur coup. Attendez { $seconds ->
    [one] { $seconds-shown } seconde
   *[other] { $seconds-shown } secondes
} et renvoyez celui-ci.
problem-reader-report-too-large = C’est trop long. Tenez-vous-en à ce qui est faux, et à la façon dont vous le savez.
field-not-an-address = Une adresse se compose de lettres de a à z, de chiffres et de traits d’union, sans trait d’union au début ni à la fin.
field-address-too-short = Une adresse compte au moins { $least-shown } signes.
field-address-taken = Cette adresse est prise. Choisissez-en une autre.
field-public-elsewhere = La page publique de l’article a une autre adresse.
field-claim-not-on-page = Cette page n’a pas d’affirmation portant ce numéro.
