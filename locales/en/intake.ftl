# Reading a text: why it can't be read, and what to know of how it was read.

problem-text-empty = There is no text in it. Paste the article's text, or choose a file that holds it.
problem-too-large =
    { $most ->
        [0] This is too large to be read.
       *[other] This is too large. Up to { $most-shown } MB can be read; split a longer text into parts.
    }
problem-not-text = This looks like { $kind }. Plain text, Markdown and web pages (.txt, .md, .html) can be read; for other files, copy the text and paste it.

file-kind-pdf = a PDF
file-kind-word = a word processor's document
file-kind-spreadsheet = a spreadsheet
file-kind-slides = a set of slides
file-kind-image = a picture
file-kind-media = a sound or film file
file-kind-archive = a compressed archive
file-kind-unknown = a file that holds no text

read-note-decoded-as = The file was not in the usual encoding. It was read as { $encoding }; check accents and quotation marks.
read-note-broken-bytes =
    { $count ->
        [one] One place in the file could not be read and shows as “�”.
       *[other] { $count-shown } places in the file could not be read and show as “�”.
    }
read-note-control-characters =
    { $count ->
        [one] One invisible control character was replaced by “�”.
       *[other] { $count-shown } invisible control characters were replaced by “�”.
    }
read-note-page-parts = Menus, side columns and other parts around the article were left out. Compare with the page if something seems to be missing.
