### Remarks that speak to people, and what people are told of.

## Remarks

talk-hint = @ and a name tells that person.
talk-names = People of the desk
talk-names-found = {"{"}count{"}"} names. Arrow keys choose, Enter takes, Escape closes.
talk-told = Told: { $names }.
talk-untold = { $words } told nobody: { $why }.
talk-link = Link
talk-link-to = Link to this remark by { $name }
talk-earlier = Earlier remarks
talk-newest = To the newest remarks
talk-reopen = Open it again

untold-unknown = nobody here has that name
untold-ambiguous = several people here have that name
untold-disabled = they can no longer sign in

done-comment-reopened = The remark is open again.
happened-comment-reopened = { $who } opened a remark again
