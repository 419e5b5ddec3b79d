### The people of the desk.

people-title = People
people-lead = Who works on this desk and what they may do.
people-role = Role
people-role-of = Role of { $name }
people-state = Access
people-actions = Actions
people-you = you
people-disabled = Can’t sign in
people-invited = Has not chosen a password yet
people-since = Since { $date }
people-make-link = Password link
people-make-link-for = Password link for { $name }
people-disable = Disable
people-enable = Let in again
people-disable-confirm = { $name } will be signed out everywhere, and can’t sign in until somebody lets them in again. Their work stays.
people-add = Add a person
people-add-do = Add and show the link
people-link = Give this link to { $name }. With it they choose a password.
people-link-hint = It works once, for three days, and is shown only now.
done-role-changed = The role is changed.
done-person-disabled = They can’t sign in any more.
done-person-enabled = They can sign in again.
