### The landing page.

home-title = My queue
home-mine = To be checked by me
home-mine-none = Nothing is with you. Take a claim that nobody has, or put an article in.
home-sign-off = Waiting for a second person
home-sign-off-none = Nothing waits to be signed off.
home-more = All of them
home-see-unassigned = Claims that nobody has
home-due = Due { $date }
home-desk = How the desk stands
