# Reading a text: why it can't be read, and what to know of how it was read.

problem-text-empty = Il n’y a pas de texte. Collez le texte de l’article, ou choisissez un fichier qui le contient.
problem-too-large =
    { $most ->
        [0] C’est trop volumineux pour être lu.
       *[other] C’est trop volumineux. La limite est de { $most-shown } Mo ; découpez un texte plus long.
    }
problem-not-text = Ceci ressemble à { $kind }. Le texte brut, Markdown et les pages web (.txt, .md, .html) peuvent être lus ; pour d’autres fichiers, copiez le texte et collez-le.

file-kind-pdf = un PDF
file-kind-word = un document de traitement de texte
file-kind-spreadsheet = une feuille de calcul
file-kind-slides = un diaporama
file-kind-image = une image
file-kind-media = un fichier son ou vidéo
file-kind-archive = une archive compressée
file-kind-unknown = un fichier sans texte

read-note-decoded-as = Le fichier n’avait pas l’encodage habituel. Il a été lu en { $encoding } ; contrôlez les accents et les guillemets.
read-note-broken-bytes =
    { $count ->
        [one] { $count-shown } endroit du fichier n’a pas pu être lu et s’affiche « � ».
       *[other] { $count-shown } endroits du fichier n’ont pas pu être lus et s’affichent « � ».
    }
read-note-control-characters =
    { $count ->
        [one] { $count-shown } caractère de contrôle invisible a été remplacé par « � ».
       *[other] { $count-shown } caractères de contrôle invisibles ont été remplacés par « � ».
    }
read-note-page-parts = Les menus, colonnes latérales et autres parties autour de l’article ont été laissés de côté. Comparez avec la page si quelque chose semble manquer.
