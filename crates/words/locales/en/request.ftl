### Requests and decisions.


# Navigation
request-nav = Requests
request-decisions-nav = Decisions
request-waits = { $count } waiting

# About a request
request-kind-outage = outage of a whole unit
request-kind-swap = exchange of turns
request-kind-correction = corrected time
request-there-between = came { $came }, left { $left }
request-there-at = was there at { $time }
request-swap-with = with { $name }
request-swap-day = Turns of { $date }
request-appeal-refused = Refused because
request-appeal-held = Held against it
request-swap-turns = { $mine } ⇄ { $theirs }
request-outage-rows = { $count } days of people on the list
request-leave-days = { $count ->
    [one] 1 working day
   *[other] { $count } working days
}
request-leave-hours = { $from } to { $until }
request-place = Place
request-letter = Letter
request-stage-asked = waiting for a decision
request-stage-forwarded = passed on, waiting for a decision
request-stage-appealed = appeal, waiting for BKPSDM
request-stage-granted = granted
request-stage-refused = refused
request-stage-taken-back = taken back
request-waits-for = to be decided by
request-due = by
request-due-past = overdue since
request-cause-terminal-down = The terminal was broken or off
request-cause-power-cut = Power cut
request-cause-finger-unread = The finger was not read
request-cause-forgot = Forgot to scan
request-cause-elsewhere = At work elsewhere
request-cause-other = Another cause
request-desk-head = the head of { $skpd }
request-desk-unit-head = the head of { $unit }, { $skpd }
request-desk-operator = the operator of { $skpd }
request-desk-person = the colleague who is asked
request-desk-sekda = the regional secretary (Sekda)
request-desk-bupati = the Bupati
request-desk-bkpsdm = BKPSDM
request-picture = Photo
request-witnesses = What this unit's terminals say
request-witness-down = { $terminal }, about { $time }: no scan { $from }–{ $until }, usually { $usual }
request-witness-down-after = { $terminal }, about { $time }: no scan any more after { $from }, usually { $usual }
request-witness-down-before = { $terminal }, about { $time }: no scan until { $until }, usually { $usual }
request-witness-down-all-day = { $terminal }, about { $time }: no scan all day, usually { $usual }
request-witness-worked = { $terminal }, about { $time }: it worked, { $near } scans of colleagues, usually { $usual }
request-witness-nothing = { $terminal }, about { $time }: no scan; there rarely is one at that hour
request-witness-others = { $count ->
    [one] 1 colleague asks for the same on this day
   *[other] { $count } colleagues ask for the same on this day
}
request-now = Now
request-then = If granted
request-pay = TPP of the month
request-pay-same = The TPP stays the same.
request-pay-unknown = The effect on the TPP cannot be computed yet.
request-no-change = The day stays the same: what is asked for is counted already, or does not bear on its verdict.

# My requests
request-mine = My requests
request-mine-none = You have not asked for anything yet. If a day is wrong, ask for its correction here or from the page My month.
request-new-correction = Ask for a corrected time
request-shown = { $count ->
    [one] The first is shown.
   *[other] The first { $count } are shown.
}
request-asked-for = Waiting for a decision
request-correct-day = Correct this day
request-vouched = confirmed by a superior
request-vouched-by = see the decision

# The form of a correction
request-correction = Corrected time
request-correction-hint = Write the time you came or left that the terminal did not record, and leave empty what is right. Your superior decides. A scan of a terminal is never changed; the time that is granted is recorded beside it.
request-day = Day
request-date = Date
request-time-came = Came at
request-time-left = Left at
request-hint-came = Such as 07.25
request-hint-left = Such as 16.00
request-add-day = Add a day
request-cause = Why did the terminal not record it?
request-reason = What happened?
request-reason-hint = { $count ->
    [one] One letter at most
   *[other] A sentence or two, { $count } letters at most
}
request-files = Proof, if there is any
request-files-hint = { $count ->
    [one] A photo or PDF, one file of 5 MB at most. The place where a photo was taken is removed from the file.
   *[other] Photos or PDF, { $count } files at most, 5 MB each. The place where a photo was taken is removed from the file.
}
request-files-again = Choose the files again: the browser does not keep the choice.
request-files-shrunk = The photo was made smaller so that it is sent quickly.
request-files-large = A file is larger than 5 MB. Choose a smaller one.
request-send = Send the request
request-cancel = Cancel

# Decisions
request-decisions = Decisions
request-decisions-none = Nothing waits for your decision.
request-decisions-count = { $count ->
    [one] 1 request waits for your decision.
   *[other] { $count } requests wait for your decision, the most urgent first.
}
request-decisions-shown = { $count ->
    [one] The first is shown; others follow after it is decided.
   *[other] The first { $count } are shown; others follow after these are decided.
}
request-grant = Grant
request-refuse = Refuse
request-reason-refuse = Reason, which the person reads
request-tick = Select
request-many = Decide those selected
request-many-hint = Tick several requests, then decide all of them with one reason.
request-tick-all = Select all
request-reason-many = Reason for all those selected
request-grant-many = Grant those selected
request-refuse-many = Refuse those selected
request-keys = Keyboard shortcuts
request-key-j = next request
request-key-k = previous request
request-key-s = grant
request-key-t = refuse, then write the reason
request-key-x = select or not
request-key-help = open or close this list

# One request
request-one = Request
request-asked-title = What is asked for
request-see-day = see the day
request-effect = Before and after
request-came = came
request-left = left
request-proofs = Proof
request-decide = Decide
request-steps = What was done
request-step-asked = asked
request-step-granted = granted
request-step-forwarded = granted and passed on
request-step-refused = refused
request-step-appealed = appealed to BKPSDM
request-step-taken-back = taken back
request-appeal = Appeal
request-appeal-hint = You can ask BKPSDM to decide, once. Its decision holds.
request-appeal-reason = What did the refusal overlook?
request-appeal-send = Send the appeal
request-take-back = Take back
request-take-back-hint = The request ends without a decision. You can send a new one.
request-undo-hint = This request was granted. If it is taken back, the day is judged again as before.
request-take-back-reason = Reason, may be empty

# What just happened
request-told-asked = { $count ->
    [one] The request for 1 day was sent to { $desk }.
   *[other] Requests for { $count } days were sent to { $desk }.
}
request-told-asked-due = { $count ->
    [one] The request for 1 day was sent to { $desk }, to be decided by { $due }.
   *[other] Requests for { $count } days were sent to { $desk }, to be decided by { $due }.
}
request-told-granted = { $count ->
    [one] 1 request granted: { $who }. The day is judged again.
   *[other] { $count } requests granted: { $who }. The days are judged again.
}
request-told-forwarded = { $count ->
    [one] 1 request granted and passed on to { $desk }: { $who }.
   *[other] { $count } requests granted and passed on to { $desk }: { $who }.
}
request-told-refused = { $count ->
    [one] 1 request refused: { $who }. The person can read the reason.
   *[other] { $count } requests refused: { $who }. They can read the reason.
}
request-told-overtaken = { $count ->
    [one] 1 request not decided, because somebody else decided it already or it was taken back: { $who }.
   *[other] { $count } requests not decided, because somebody else decided them already or they were taken back: { $who }.
}
request-told-not-yours = { $count ->
    [one] 1 request not decided, because it does not wait for you: { $who }.
   *[other] { $count } requests not decided, because they do not wait for you: { $who }.
}
request-told-oneself = { $count ->
    [one] 1 request not decided, because it is your own: { $who }. Nobody decides on himself.
   *[other] { $count } requests not decided, because they are your own: { $who }. Nobody decides on himself.
}
request-told-hindered = { $count } could not be granted: { $who }. { $why }
request-told-unknown = { $count ->
    [one] 1 request not found: { $who }.
   *[other] { $count } requests not found: { $who }.
}
request-told-take-back = The request was taken back.
request-told-appeal = The appeal was sent to BKPSDM.

# What is wrong
request-mistake-date = Write a date that exists, such as 05-10-2026
request-mistake-time = Write hours and minutes, such as 07.25
request-mistake-no-cause = Choose why the terminal did not record it
request-mistake-none-ticked = Tick the requests to be decided first
request-mistake-no-day = Give at least one day
request-mistake-too-many-days = Ask for at most { $most } days at once, not { $count }
request-mistake-twice = This day is above already; give both its times in one row
request-mistake-ahead = This day has not come yet
request-mistake-too-long-ago = This day is too long ago; days from { $oldest } on can be corrected
request-mistake-leave-too-long-ago = This day is too long ago; leave can be asked for from { $oldest } on
request-mistake-not-in-service = On this day you did not, or no longer, serve here
request-mistake-waits-already = A request for this day waits already; take it back first if it is wrong
request-mistake-asked-meanwhile = A request for this day was sent just now; look at My requests
request-mistake-no-time = Give the time you came, the time you left, or both
request-mistake-backwards = The time you left must come after the time you came
request-mistake-time-ahead = This time has not come yet
request-mistake-no-reason = Write what happened; one sentence will do
request-mistake-reason-too-long = Shorten the reason to at most { $most } letters
request-mistake-too-many-decisions = Decide at most { $most } at once, not { $count }
request-mistake-refusal-without-reason = Write the reason of the refusal: what is missing or wrong
request-mistake-several-without-reason = Write one reason for all those selected
request-mistake-over = This request is over already
request-mistake-decided-meanwhile = This request was decided just now; read the decision first
request-mistake-not-refused = Only what was refused can be appealed against
request-mistake-appealed-before = BKPSDM has decided on it; the way on is an administrative objection outside Abdi
request-mistake-appeal-without-reason = Write what the refusal overlooked
request-file-too-many = Choose at most { $most } files; several pages can be one PDF
request-file-empty = { $name } is empty; choose the file again
request-file-too-large = { $name } is larger than 5 MB; choose a smaller photo or a PDF of fewer pages
request-file-other-kind = By its content { $name } is neither PDF nor JPEG nor PNG, whatever its name says; choose one of these
request-file-cut-off = { $name } was cut off on the way; choose the file again
request-file-active = { $name } holds a program or another file; print it to a plain PDF first
request-file-unreadable = { $name } cannot be read to its end; take the photo again
request-mistake-turns-exchanged = The turns have changed hands; ask your colleague to exchange them again
request-mistake-no-appeal-of-swap = Nobody can be made to exchange turns; ask somebody else
