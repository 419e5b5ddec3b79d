### One's own settings and the desk's.

settings-title = Settings
settings-look = Look
settings-theme = Colours
settings-theme-system = As the system does
settings-theme-light = Light
settings-theme-dark = Dark
settings-language = Language
settings-language-browser = As the browser asks
language-en = English
language-fr = Français
done-look-changed = Saved. The colours are kept in this browser, the language wherever you sign in.

settings-password = Password
settings-password-present = Present password
settings-password-new = New password
settings-password-change = Change the password
done-password-changed = Your password is changed. Your other browsers are signed out.

settings-browsers = Where you are signed in
settings-browser-this = this browser
settings-browser-seen = last used { $at }
settings-browser-unknown = Unknown browser
settings-browsers-end = Sign out everywhere else
done-signed-out-elsewhere = Your other browsers are signed out.

settings-tokens = Tokens for programs
settings-tokens-lead = A token lets a program do what you may do. Give it only to programs that you trust.
settings-api = About the API
settings-token-name = What it is for
settings-token-days = How long it works
settings-days = { $count ->
    [one] One day
   *[other] { $count-shown } days
}
settings-token-forever = Until it is revoked
settings-token-make = Make a token
settings-token-made = This is the token. Copy it now: it is shown only this once.
settings-token-use = Last used
settings-token-unused = never
settings-token-ended = ended
settings-token-from = made { $date }
settings-token-until = until { $date }
settings-token-revoke = Revoke
settings-token-revoke-confirm = Programs that use “{ $name }” will be turned away at once.
done-token-revoked = The token no longer works.

settings-desk = The desk
settings-desk-lead = What reports say of this desk, and its rules.
settings-desk-name = Name of the desk
settings-desk-url = Public address
settings-desk-methodology-url = Page that says how the desk works
settings-desk-corrections-url = Page that says how the desk corrects
settings-desk-method-note = How the desk works, in a few sentences, for every report
settings-desk-four-eyes = Whoever sets a verdict can’t sign it off
settings-desk-four-eyes-hint = A desk of one person may switch this off; its reports then say so.
settings-desk-four-eyes-short = A second person signs off
settings-desk-unset = not set
done-desk-changed = The desk’s settings are saved.
yes = yes
no = no
