### The daily digest by e-mail.

digest-subject = { $count ->
    [one] { $desk }: one new thing in your inbox
   *[other] { $desk }: { $count-shown } new things in your inbox
}
digest-hello = Hello { $name },
digest-lead = { $count ->
    [one] There is one new thing in your inbox that you have not read.
   *[other] There are { $count-shown } new things in your inbox that you have not read.
}
digest-more = { $count ->
    [one] One more is in your inbox.
   *[other] { $count-shown } more are in your inbox.
}
digest-inbox = To your inbox
digest-why = You get this at most once a day, while something new is unread. Switch it off in your settings:

digest-title = Daily digest
digest-off = This desk sends no e-mail. An admin of the machine switches it on with SMTP_URL.
digest-lead-settings = At { $at }, one e-mail with what is unread in your inbox and was in none before. None is sent on days without news.
digest-want = Send me the daily digest
digest-last-taken = Your last one was begun on { $at }.
digest-last-sending = Your last one was sent on { $at }; whether it arrived is not known.
digest-last-sent = Your last one went out on { $at }.
digest-last-failed = Your last one could not be sent. It is tried again on { $at }.
digest-last-unsure = Your last one was sent on { $at }; whether it arrived is not known.
digest-desk-sent = { $count ->
    [0] No digest went out for the present day.
    [one] One digest went out for the present day.
   *[other] { $count-shown } digests went out for the present day.
}
digest-desk-waiting = { $count ->
    [one] One digest could not be sent and waits.
   *[other] { $count-shown } digests could not be sent and wait.
}
digest-desk-unsure = { $count ->
    [one] One digest may have arrived and is not sent again.
   *[other] { $count-shown } digests may have arrived and are not sent again.
}
digest-desk-why = The mail server { $server } did not take it: { $why }
digest-desk-next = It is tried again on { $at }.
done-digest-chosen = Saved.
