### Fichiers longs : préparés à côté du reste du travail, à prendre sur une page à eux.

exports-title = Vos fichiers
exports-lead = Les fichiers longs sont préparés à côté du reste du travail, l’un après l’autre. Chacun est gardé une heure, pour vous seul.
exports-none = Vous n’avez aucun fichier ici. Un fichier long est préparé ici quand vous appuyez sur Télécharger là où il est proposé.
exports-file = Fichier
exports-asked = Demandé
exports-state = État

export-ask-title = Ce fichier est long
export-ask-lead = Il faut un moment : il est donc préparé à côté du reste du travail. Vous pouvez continuer entre-temps et revenir le prendre.
export-ask-do = Préparer le fichier

export-state-waiting = Il attend.
export-state-running = Le fichier est en préparation.
export-state-done = Le fichier est prêt.
export-state-failed = Le fichier n’a pas pu être préparé.
export-state-cancelled = Le fichier a été arrêté.
export-before = { $count ->
    [0] C’est le prochain.
    [one] Il attend : un autre fichier est préparé avant.
   *[other] Il attend : { $count-shown } autres fichiers sont préparés avant.
}
export-stage-read = Lecture des affirmations
export-stage-write = Écriture
export-stage-bind = Assemblage du fichier
export-done-of = { $what } : { $done } sur { $of }
export-progress = Part du fichier déjà prête
export-asked = Demandé le { $time }
export-until = Il est gardé jusqu’au { $time }, ou jusqu’au redémarrage du service.
export-look = Voir où il en est
export-cancel = Arrêter
export-forget = Retirer
export-again = Le préparer de nouveau
export-kilobytes = { $n } ko
export-megabytes = { $n } Mo

export-gone = Ce fichier n’est plus ici
export-gone-why = Les fichiers sont gardés une heure, pour qui les a demandés. Quand le service redémarre, ils disparaissent aussi. Rien d’autre n’a été perdu.

problem-exports-full-of-one = { $most } de vos fichiers attendent ou sont en préparation. Attendez l’un d’eux, ou arrêtez-en un.
problem-exports-full = { $most } fichiers attendent ou sont en préparation dans cette rédaction. Réessayez dans quelques minutes.
problem-export-stopped = Le fichier a été arrêté.
problem-export-not-ready = Le fichier n’est pas encore là.
thing-export = fichier
