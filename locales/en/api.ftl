### For programs: what only the API says, and the page that explains it.

problem-revision-unreadable = “revision” and If-Match must say the same revision: a whole number, in If-Match in quotation marks.
problem-idempotency-key-unfit = An Idempotency-Key has 1 to 255 visible ASCII characters.
thing-address = address

field-unfit = This does not fit here: { $why }

## The page that explains the API

api-title = For programs
api-lead = What people do here with articles, claims, evidence and reports, programs can do too, under the same rules. Each route says what it takes and answers, and can be tried.
api-description = Description as OpenAPI
api-parameters = Parameters
api-body = Body
api-required = needed
api-optional = may be left out
api-answers = Answers
api-try = Try it
api-send = Send
api-answer = What came back
api-failed = Nothing came back: the desk can’t be reached, or a value can’t be sent.
api-how = How to ask
api-token = Token
api-token-say = A program shows a token, as “Authorization: Bearer …”. It acts for whoever made it, with their role.
api-token-where = Make one in the settings.
api-token-field = Token to try with
api-token-hint = Stays in this page and nowhere else. Without one, what you send is sent as yourself. What you try is really done.
api-rules = For all routes
api-rule-errors = Errors
api-rule-errors-say = Problem details (RFC 9457) with a stable code to decide by, a sentence, and the fields that were refused.
api-rule-lists = Lists
api-rule-lists-say = At most 200 rows at once; next_cursor goes on where a page ends.
api-rule-conflicts = Changes
api-rule-conflicts-say = Carry the revision they were made on. A stale one gets 409 with the row as it is now and what was sent.
api-rule-once = Repeats
api-rule-once-say = With an Idempotency-Key a POST can be sent again without being done twice.
