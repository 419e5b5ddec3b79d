### Une seconde vérification par quelqu’un qui ne voit pas la première, et l’accord entre les deux.

second-heading = Seconde vérification
second-asked-of-you = { $by } vous a demandé le { $at } de vérifier cette affirmation une seconde fois.
second-hidden = Ce qui a été trouvé jusqu’ici vous est caché tant que vous n’avez pas donné votre propre constat, pour ne pas vous influencer. Les preuves que vous joignez vous-même restent visibles.
second-asked = { $by } a demandé une seconde vérification à { $name } le { $at }. Tant qu’elle n’est pas donnée, { $name } ne voit pas ce qui a été trouvé.
second-give = Donner mon constat
second-decline = Décliner cette seconde vérification
second-call-off = Annuler cette seconde vérification
second-ask = Demander une seconde vérification
second-ask-hint = La personne choisie ne voit pas ce qui a été trouvé avant d’avoir donné son propre constat. Les deux figurent ensuite côte à côte. Qui a l’affirmation ou y a déjà trouvé quelque chose ne peut pas être choisi.
second-who = Qui vérifie
second-ask-do = Demander
second-agrees = Les deux constats concordent.
second-differs = Les constats diffèrent sur le fond.
second-differs-on-sources = Les constats concordent sur le fond et diffèrent sur ce que les sources ont dit.
second-nothing-to-compare = Le premier constat a été retiré avant que celui-ci soit donné : il n’y a rien à comparer.
second-compared = Les deux constats côte à côte
second-what = Élément
second-first = Premier constat
second-second = Second constat

done-second-asked = La demande est faite. Les deux constats figureront côte à côte quand le second sera donné.
done-second-given = Votre constat est donné. Les deux figurent maintenant côte à côte.
done-second-withdrawn = La seconde vérification est annulée.

problem-second-check-first = On vous a demandé de vérifier cette affirmation une seconde fois. Donnez votre constat, ou déclinez, avant toute autre décision à son sujet.
problem-second-check-open = Une seconde vérification de cette affirmation est demandée à { $by } et n’est pas encore donnée. Annulez-la d’abord, ou attendez-la.
problem-second-check-hides = On vous a demandé une seconde vérification d’une affirmation de cet article, et ceci vous montrerait ce qui a été trouvé. Donnez d’abord votre constat, ou déclinez.
problem-nothing-to-compare = Il n’y a pas encore de verdict auquel comparer une seconde vérification. Donnez-en un d’abord.
problem-second-checker-unfit = Cette personne ne peut pas vérifier l’affirmation une seconde fois : elle l’a, y a déjà trouvé quelque chose, ou n’a pas été choisie. Demandez à quelqu’un d’autre.
problem-second-check-closed = Cette seconde vérification a déjà été donnée ou annulée.
field-second-checker-unfit = Choisissez quelqu’un qui peut vérifier, n’a pas l’affirmation et n’y a rien trouvé.
thing-second-check = seconde vérification

happened-second-check-asked = { $who } a demandé une seconde vérification à { $name }
happened-second-check-given = { $who } a donné une seconde vérification : « { $to } »
happened-second-check-withdrawn = { $who } a annulé la seconde vérification demandée à { $name }
happened-second-check-declined = { $who } a décliné la seconde vérification
happened-hidden = Quelque chose a été fait sur cette affirmation. C’est caché pour vous tant que votre seconde vérification n’est pas donnée.

home-second = Secondes vérifications qui vous sont demandées

agreement-title = Accord
agreement-lead = À quel point deux personnes qui vérifient séparément la même affirmation trouvent la même chose.
agreement-none = Aucune seconde vérification n’a encore été donnée. Demandez-en une sur la page d’une affirmation qui a un verdict.
agreement-pairs = { $count ->
    [one] { $count-shown } affirmation a été vérifiée deux fois.
   *[other] { $count-shown } affirmations ont été vérifiées deux fois.
}
agreement-figure = Mesure
agreement-on-substance = Sur le fond
agreement-on-attribution = Sur ce que les sources ont dit
agreement-same = Le même verdict
agreement-kappa = Kappa de Cohen
agreement-alpha = Alpha de Krippendorff
agreement-alpha-ordinal = Alpha de Krippendorff sur l’échelle de 5 à 1
agreement-undefined = non défini
agreement-explained = 1 est un accord complet, 0 ce que donnerait le seul hasard. Krippendorff juge les constats fiables à partir de { $reliable }, et suffisants pour des conclusions provisoires à partir de { $tentative }. Quand tous les constats disent la même chose, ni l’un ni l’autre n’est défini.
agreement-matrix = Qui a trouvé quoi : premiers constats en lignes, seconds en colonnes
agreement-differ = Où ils diffèrent
agreement-differ-none = Nulle part : toutes les paires concordent sur les deux verdicts.
agreement-claim = Affirmation
agreement-more = Plus anciennes
