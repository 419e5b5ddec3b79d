### What others do while a page is open.

live-changed = { $who } changed claim { $number }.
live-changed-here = { $who } changed something here.
live-more = Something was added here, or taken away.
live-load = Show it
live-show = Show it
live-kept = What you typed stays; if it meets the same thing, saving shows you both.
live-gone = no longer in this list
live-here = Also here
live-here-card = has this claim open
live-on-this-claim = (on this claim)

hold-take = I’m checking this
hold-let-go = I’m no longer checking it
hold-take-over = Check it instead
hold-mine = You are checking this; others see that until { $until }.
hold-theirs = { $who } is checking this, since { $since }.
hold-card = { $who } is checking this
