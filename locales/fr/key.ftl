### The page with the desk's public key.

key-title = Clé de cette rédaction
key-lead = Chaque rapport que cette rédaction fige est signé avec sa clé. Avec la moitié publique de cette clé, affichée ici, n’importe qui peut dire si le fichier d’un rapport est resté tel que la rédaction l’a figé.
key-none = Cette rédaction n’a encore figé aucun rapport : elle n’a donc pas de clé.
key-fingerprint = Empreinte
key-hex = Clé publique (Ed25519), en hexadécimal
key-base64 = La même en base64
key-pem = La même en fichier PEM
key-download = Télécharger le fichier PEM
key-check = Contrôler un rapport
key-check-program = Avec ce programme, sur n’importe quelle machine et sans réseau. Le fichier est le rapport sous la forme « Données » :
key-check-hand = À la main, avec Python et OpenSSL, dans un dossier où le fichier du rapport s’appelle report.json et la clé key.pem :
key-proves = Une signature valable prouve que rien n’a changé dans le fichier depuis sa signature avec cette clé. Elle ne prouve ni que le rapport dit vrai, ni qu’il n’en existe pas de plus récent.
thing-key = clé
