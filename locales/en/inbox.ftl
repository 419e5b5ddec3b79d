### The inbox: what one is told of.

inbox-title = Inbox
inbox-lead = Who speaks to you, and what happened to your claims.
inbox-none = Inbox, nothing unread
inbox-one = Inbox, 1 unread
inbox-many = Inbox, {"{"}count{"}"} unread
inbox-show = Which lines
inbox-all = All
inbox-only-unread = Unread only
inbox-unread = Unread
inbox-read = Read
inbox-unread-mark = Unread
inbox-mark = Mark as read
inbox-mark-label = Mark as read: { $what }
inbox-mark-all = Mark all as read
inbox-count = { $count ->
    [one] 1 unread
   *[other] { $count-shown } unread
}
inbox-empty = Nothing yet
inbox-none-unread = Nothing unread
inbox-empty-lead = When somebody speaks to you with @ in a remark, gives you a claim or acts on your verdict, it stands here.

inbox-mention = { $who } speaks to you in a remark on claim { $number }
inbox-comment = { $who } remarked on claim { $number }
inbox-comment-settled = { $who } settled your remark on claim { $number }
inbox-comment-reopened = { $who } opened a remark of yours on claim { $number } again
inbox-assigned = { $who } gave you claim { $number }
inbox-sent-back = { $who } sent claim { $number } back to you
inbox-signed-off = { $who } signed off your verdict on claim { $number }
inbox-second-asked = { $who } asked you to check claim { $number } a second time
inbox-second-given = { $who } gave a second check of claim { $number }
inbox-reopened = { $who } opened claim { $number } again, which had your verdict

done-inbox-read = Marked as read.
