### The inbox: what one is told of.

inbox-title = Messages
inbox-lead = Qui s’adresse à vous, et ce qui est arrivé à vos affirmations.
inbox-none = Messages, aucun non lu
inbox-one = Messages, 1 non lu
inbox-many = Messages, {"{"}count{"}"} non lus
inbox-show = Quelles lignes
inbox-all = Tous
inbox-only-unread = Non lus seulement
inbox-unread = Non lus
inbox-read = Lus
inbox-unread-mark = Non lu
inbox-mark = Marquer comme lu
inbox-mark-label = Marquer comme lu : { $what }
inbox-mark-all = Tout marquer comme lu
inbox-count = { $count ->
    [one] { $count-shown } non lu
   *[other] { $count-shown } non lus
}
inbox-empty = Rien pour l’instant
inbox-none-unread = Rien de non lu
inbox-empty-lead = Quand quelqu’un s’adresse à vous avec @ dans une remarque, vous confie une affirmation ou agit sur votre verdict, c’est ici que vous le lisez.

inbox-mention = { $who } s’adresse à vous dans une remarque sur l’affirmation { $number }
inbox-comment = { $who } a fait une remarque sur l’affirmation { $number }
inbox-comment-settled = { $who } a clos votre remarque sur l’affirmation { $number }
inbox-comment-reopened = { $who } a rouvert une de vos remarques sur l’affirmation { $number }
inbox-assigned = { $who } vous a confié l’affirmation { $number }
inbox-sent-back = { $who } vous a renvoyé l’affirmation { $number }
inbox-signed-off = { $who } a validé votre verdict sur l’affirmation { $number }
inbox-second-asked = { $who } vous demande une seconde vérification de l’affirmation { $number }
inbox-second-given = { $who } a donné une seconde vérification de l’affirmation { $number }
inbox-reopened = { $who } a rouvert l’affirmation { $number }, qui portait votre verdict

done-inbox-read = Marqué comme lu.
