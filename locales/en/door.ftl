### The way in: signing in, setting the desk up, choosing a password.

sign-in-title = Sign in
sign-in = Sign in
sign-in-forgotten = Forgotten your password? An admin of your desk can make you a link to set a new one.
sign-in-empty-desk = Nobody is on this desk yet. Its first admin is set up by the link that the server printed when it started.

field-name = Name
field-email = Mail address
field-password = Password
password-hint = At least 10 characters; a few words in a row are good.

set-up-title = Set up this desk
set-up-lead = You will be its first admin. You can add the others afterwards.
set-up = Set up
done-desk-set-up = The desk is ready. Begin with an article, or add your colleagues under People.

password-title = Choose a password
password-lead = For { $name }. All other browsers are signed out.
password-set = Set the password and sign in
done-password-set = Your password is set.
