### The daily digest by e-mail.

digest-subject = { $count ->
    [one] { $desk } : { $count-shown } nouveau message
   *[other] { $desk } : { $count-shown } nouveaux messages
}
digest-hello = Bonjour { $name },
digest-lead = { $count ->
    [one] Il y a { $count-shown } nouveau message que vous n’avez pas lu.
   *[other] Il y a { $count-shown } nouveaux messages que vous n’avez pas lus.
}
digest-more = { $count ->
    [one] Il y en a encore { $count-shown }.
   *[other] Il y en a encore { $count-shown }.
}
digest-inbox = Vers vos messages
digest-why = Vous recevez cet e-mail au plus une fois par jour, quand il y a du nouveau non lu. Pour l’arrêter, vos réglages :

digest-title = Résumé quotidien
digest-off = Cette rédaction n’envoie pas d’e-mails. SMTP_URL les active, sur la machine elle-même.
digest-lead-settings = À { $at }, un e-mail avec vos messages non lus qui n’ont encore figuré dans aucun autre. Rien n’est envoyé les jours sans nouveauté.
digest-want = M’envoyer le résumé quotidien
digest-last-taken = Le dernier a été commencé le { $at }.
digest-last-sending = Le dernier a été envoyé le { $at } ; on ne sait pas s’il est arrivé.
digest-last-sent = Le dernier est parti le { $at }.
digest-last-failed = Le dernier n’a pas pu être envoyé. Nouvel essai le { $at }.
digest-last-unsure = Le dernier a été envoyé le { $at } ; on ne sait pas s’il est arrivé.
digest-desk-sent = { $count ->
    [0] Aucun résumé n’est parti pour la journée en cours.
    [one] { $count-shown } résumé est parti pour la journée en cours.
   *[other] { $count-shown } résumés sont partis pour la journée en cours.
}
digest-desk-waiting = { $count ->
    [one] { $count-shown } résumé n’a pas pu être envoyé et attend.
   *[other] { $count-shown } résumés n’ont pas pu être envoyés et attendent.
}
digest-desk-unsure = { $count ->
    [one] { $count-shown } résumé est peut-être arrivé et n’est pas renvoyé.
   *[other] { $count-shown } résumés sont peut-être arrivés et ne sont pas renvoyés.
}
digest-desk-why = Le serveur de messagerie { $server } ne l’a pas pris : { $why }
digest-desk-next = Nouvel essai le { $at }.
done-digest-chosen = Enregistré.
