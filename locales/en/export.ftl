### Long files: made beside the desk’s other work, and taken from a page of their own.

exports-title = Your files
exports-lead = Long files are made beside the desk’s other work, one after the other. Each is kept for an hour, for you alone.
exports-none = You have no files here. One that takes long is made here when you press Download where it is offered.
exports-file = File
exports-asked = Asked for
exports-state = State

export-ask-title = This file is long
export-ask-lead = It takes a while, so it is made beside the desk’s other work. You can go on meanwhile and come back for it.
export-ask-do = Make the file

export-state-waiting = It waits.
export-state-running = The file is being made.
export-state-done = The file is ready.
export-state-failed = The file could not be made.
export-state-cancelled = The file was stopped.
export-before = { $count ->
    [0] It is next.
    [one] It waits: one other file is made first.
   *[other] It waits: { $count-shown } other files are made first.
}
export-stage-read = Reading the claims
export-stage-write = Writing
export-stage-bind = Putting the file together
export-done-of = { $what }: { $done } of { $of }
export-progress = How much of the file is done
export-asked = Asked for { $time }
export-until = It is kept until { $time }, or until the desk is started again.
export-look = See how far it is
export-cancel = Stop
export-forget = Remove
export-again = Make it again
export-kilobytes = { $n } kB
export-megabytes = { $n } MB

export-gone = This file is not here any more
export-gone-why = Files are kept for an hour, and for whoever asked for them. When the desk is started again, they are gone too. Nothing else was lost.

problem-exports-full-of-one = { $most } of your files wait or are being made. Wait for one of them, or stop one.
problem-exports-full = { $most } files wait or are being made on this desk. Try again in a few minutes.
problem-export-stopped = The file was stopped.
problem-export-not-ready = The file is not there yet.
thing-export = file
