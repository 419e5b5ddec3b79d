### Long files: made beside the desk’s other work, and taken from a page of their own.

exports-title = Vos fichiers
exports-lead = Les longs fichiers sont préparés à côté du reste, l’un après l’autre. Chacun est gardé une heure, pour vous uniquement.
exports-none = Vous n’avez pas de fichier ici. Un fichier long à préparer arrive ici quand vous choisissez « Télécharger » là où c’est proposé.
exports-file = Fichier
exports-asked = Demandé
exports-state = État

export-ask-title = Ce fichier est long
export-ask-lead = Il demande un moment : il est donc préparé à côté du reste. Vous pouvez continuer et revenir le chercher.
export-ask-do = Préparer le fichier

export-state-waiting = En attente
export-state-running = Le fichier est en préparation.
export-state-done = Le fichier est prêt.
export-state-failed = Le fichier n’a pas pu être préparé.
export-state-cancelled = La préparation du fichier a été arrêtée.
export-before = { $count ->
    [0] C’est le suivant.
    [one] En attente : { $count-shown } autre fichier est préparé avant.
   *[other] En attente : { $count-shown } autres fichiers sont préparés avant.
}
export-stage-read = Lecture des affirmations
export-stage-write = Écriture
export-stage-bind = Assemblage du fichier
export-done-of = { $what } : { $done } sur { $of }
export-progress = Avancement du fichier
export-asked = Demandé : { $time }
export-until = Il est gardé jusqu’à ce moment : { $time }, ou jusqu’au redémarrage du serveur.
export-look = Voir où il en est
export-cancel = Arrêter
export-forget = Retirer
export-again = Le préparer de nouveau
export-kilobytes = { $n } ko
export-megabytes = { $n } Mo

export-gone = Ce fichier n’est plus ici
export-gone-why = Les fichiers sont gardés une heure, pour la personne qui les a demandés. Un redémarrage du serveur les efface aussi. Rien d’autre n’est perdu.

problem-exports-full-of-one = { $most } de vos fichiers attendent ou sont en préparation. Attendez la fin de l’un d’eux, ou arrêtez-en un.
problem-exports-full = { $most } fichiers attendent ou sont en préparation dans cette rédaction. Réessayez dans quelques minutes.
problem-export-stopped = La préparation du fichier a été arrêtée.
problem-export-not-ready = Le fichier n’est pas encore prêt.
thing-export = fichier
