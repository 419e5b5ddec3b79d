### Filters of the queue kept under a name.

view-title = Saved views
view-lead = Filters of the claims under a name. Your own are yours alone; shared ones stand beside everybody’s queue.
view-save = Save this view
view-save-do = Save
view-manage = Manage views
view-name = Name
view-share = For the whole desk
view-own = Only you see it.
view-shared-by = For the whole desk, saved by { $name }.
view-of-the-desk = (whole desk)
view-up = Up
view-up-label = Up: { $name }
view-down = Down
view-down-label = Down: { $name }
view-delete = Delete
view-delete-label = Delete: { $name }
view-delete-confirm = Delete the view “{ $name }”? The claims stay as they are.
view-none = No saved views yet
view-none-next = Filter the claims as you need them, then choose “Save this view”.
view-conflict = Somebody changed this view while you did. Look at both and save again.
view-now = As it is now
view-yours = As you typed it
done-view-saved = The view is saved.
done-view-changed = The view is changed.
done-view-deleted = The view is deleted.
