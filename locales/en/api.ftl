### For programs: what only the API says, and the page that explains it.

problem-revision-unreadable = “revision” and If-Match must say the same revision: a whole number, in If-Match in quotation marks.
problem-idempotency-key-unfit = An Idempotency-Key has 1 to 255 visible ASCII characters.
thing-address = address

field-unfit = This does not fit here: { $why }
