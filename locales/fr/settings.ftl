### One's own settings and the desk's.

settings-title = Réglages
settings-look = Apparence
settings-theme = Couleurs
settings-theme-system = Comme le système
settings-theme-light = Claires
settings-theme-dark = Sombres
settings-language = Langue
settings-language-browser = Comme le navigateur le demande
language-en = English
language-fr = Français
done-look-changed = C’est enregistré. Les couleurs valent pour ce navigateur, la langue partout où vous vous connectez.

settings-password = Mot de passe
settings-password-present = Mot de passe actuel
settings-password-new = Nouveau mot de passe
settings-password-change = Changer le mot de passe
done-password-changed = Votre mot de passe est changé. Vos autres navigateurs sont déconnectés.

settings-browsers = Vos connexions
settings-browser-this = ce navigateur
settings-browser-seen = dernière utilisation : { $at }
settings-browser-unknown = Navigateur inconnu
settings-browsers-end = Déconnecter les autres navigateurs
done-signed-out-elsewhere = Vos autres navigateurs sont déconnectés.

settings-tokens = Jetons pour les programmes
settings-tokens-lead = Un jeton permet à un programme de faire ce que vous pouvez faire. Ne le donnez qu’à des programmes de confiance.
settings-api = À propos de l’API
settings-token-name = À quoi il sert
settings-token-days = Durée de validité
settings-days = { $count ->
    [one] { $count-shown } jour
   *[other] { $count-shown } jours
}
settings-token-forever = Jusqu’à sa révocation
settings-token-make = Créer un jeton
settings-token-made = Voici le jeton. Copiez-le maintenant : il ne s’affiche qu’une fois.
settings-token-use = Dernière utilisation
settings-token-unused = jamais
settings-token-ended = expiré ou révoqué
settings-token-from = créé le { $date }
settings-token-until = jusqu’au { $date }
settings-token-revoke = Révoquer
settings-token-revoke-confirm = Les programmes qui utilisent « { $name } » seront refusés aussitôt.
done-token-revoked = Le jeton ne fonctionne plus.

settings-desk = La rédaction
settings-desk-lead = Ce que les rapports disent de cette rédaction, et ses règles.
settings-desk-name = Nom de la rédaction
settings-desk-url = Adresse publique
settings-desk-methodology-url = Page qui dit comment la rédaction travaille
settings-desk-corrections-url = Page qui dit comment la rédaction corrige
settings-desk-method-note = La méthode de la rédaction, en quelques phrases, pour chaque rapport
settings-desk-four-eyes = Qui donne un verdict ne peut pas le valider
settings-desk-four-eyes-hint = Une rédaction d’une seule personne peut désactiver cette règle ; ses rapports le disent alors.
settings-desk-four-eyes-short = Une deuxième personne valide
settings-desk-unset = non indiqué
done-desk-changed = Les réglages de la rédaction sont enregistrés.
yes = oui
no = non
