### The frame around every page, and words used everywhere.

product = Corroborate
product-line = Every claim, every source, every sentence accounted for.

shell-skip = Skip to the content
shell-home = Corroborate: to my queue
shell-nav = Parts of the desk
shell-new = New article
shell-undo = Undo

nav-home = My queue
nav-articles = Articles
nav-claims = Claims
nav-sources = Sources
nav-history = History
nav-settings = Settings
nav-people = People
nav-help = Help
nav-keys = Keys
nav-sign-out = Sign out

close = Close
cancel = Cancel
save = Save
optional = optional
confirm-title = Are you sure?
confirm-yes = Yes, do it

draft-notice = This is what you typed before and had not sent.
draft-discard = Discard it

pager-next = Next page
pager-first = First page
pager-label = Pages

conflict-title = Somebody changed this while you were working on it
conflict-lead = Nothing is lost: below is how it is now, and the form still holds what you typed. Send it again to put yours in its place.
conflict-now = As it is now
conflict-yours = As you typed it
