### Messages, the daily digest, and long jobs.

message-kind-leave = Leave or duty
message-kind-correction = Corrected time
message-kind-outage = Terminals of a unit out of use
message-kind-event = Apel or ceremony
message-kind-swap = Exchange of turns
message-kind-closing = Closing of a month
message-kind-case = Case of discipline
message-kind-claim = Money to be given back

message-day-late = late
message-day-early = left early
message-day-late-early = late and left early
message-day-incomplete = incomplete record
message-day-absent = absent without reason

message-came = { $kind }, { $date }: waits for your decision.
message-came-closing = { $kind }, { $date }: waits for your signature.
message-came-due = { $kind }, { $date }: waits for your decision, by { $due }.
message-due-tomorrow = { $kind }, { $date }: tomorrow, { $due }, is the last day to decide.
message-overdue = { $kind }, { $date }: the day to decide, { $due }, is past and it still waits for you.
message-granted = { $kind }, { $date }: granted.
message-forwarded = { $kind }, { $date }: agreed and forwarded.
message-refused = { $kind }, { $date }: refused. The reason is with the request.
message-step = { $kind }, { $date }: there is a new step.
message-wrong-day = { $date }: { $verdict }. Check it, and correct it if it is wrong.
message-month-over = { $skpd }: { $month } is over and can be closed.
message-month-closed = { $skpd }: { $month } was closed.
message-month-again = { $skpd }: { $month } was computed again and came out otherwise.
message-month-reopened = { $skpd }: { $month } was opened again; what was signed is replaced. The reason is on the closing page.
message-terminal-silent = Terminal { $name } has been silent since { $since }.
message-near-rung = { $days ->
    [one] { $days } more day without notice and the next rung of discipline is reached: { $sanction }. If a day is recorded wrongly, correct it now.
   *[other] { $days } more days without notice and the next rung of discipline is reached: { $sanction }. If a day is recorded wrongly, correct it now.
}
message-near-row = { $days ->
    [one] { $days } more day without notice in a row and the limit that stops the salary is reached. If a day is recorded wrongly, correct it now.
   *[other] { $days } more days without notice in a row and the limit that stops the salary is reached. If a day is recorded wrongly, correct it now.
}
message-near-rung-other = { $days ->
    [one] someone of { $unit }: { $days } more day without notice and the next rung of discipline is reached ({ $sanction }). Talk with that person.
   *[other] someone of { $unit }: { $days } more days without notice and the next rung of discipline is reached ({ $sanction }). Talk with that person.
}
message-near-row-other = { $days ->
    [one] someone of { $unit }: { $days } more day without notice in a row and the limit that stops the salary is reached. Talk with that person.
   *[other] someone of { $unit }: { $days } more days without notice in a row and the limit that stops the salary is reached. Talk with that person.
}

message-topic-desk = What waits for my decision
message-topic-requests = My requests
message-topic-days = Days of mine to look at
message-topic-months = Months of my unit
message-topic-terminals = Silent terminals of my unit
message-topic-discipline = Rungs of discipline that are near

message-mail-subject = { $count ->
    [one] Abdi: { $count } thing to look at, { $date }
   *[other] Abdi: { $count } things to look at, { $date }
}
message-mail-begin = New since the last digest:
message-mail-more = { $count ->
    [one] and { $count } more in the list of messages
   *[other] and { $count } more in the list of messages
}
message-mail-end = This letter is sent once on a working day. Its hour and content can be changed at { $settings }.

message-nav = Messages
message-nav-new = { $count ->
   *[other] { $count } new
}
message-list-title = Messages
message-list-new = { $count ->
    [one] { $count } new message since you last looked
   *[other] { $count } new messages since you last looked
}
message-list-nothing = No new messages.
message-list-empty = There is nothing you need to know from the last thirty days.
message-list-look = Mark all as seen
message-list-is-new = New
message-list-what = What
message-list-when = Since
message-list-settings = Set up the daily digest
message-list-explained = This list holds what still holds from the last thirty days. Requests that were decided and terminals that call again leave it by themselves.

message-settings-title = Daily digest
message-settings-saved = Your choice was saved.
message-settings-explained = The list of messages is always there. Here you choose what is sent as well, once on a working day, and only if there is something to say.
message-settings-hour = Hour
message-settings-hour-off = Do not send
message-settings-language = Language
message-settings-channels = Send by
message-settings-topic = About
message-settings-email = E-mail
message-settings-webhook = Webhook
message-settings-goes = { $topic }: { $channel }
message-settings-address = E-mail goes to { $address }.
message-settings-no-address = Your e-mail address is not recorded, so no e-mail is sent. Ask BKPSDM to record it.
message-settings-save = Save the choice

message-jobs-nav = Files
message-jobs-title = Files being made
message-jobs-explained = Large files are made in the background. You may close this page; a file waits for seven days.
message-jobs-none = No file has been asked for.
message-jobs-ask-title = Ask for a file
message-jobs-kind = File
message-jobs-unit = Unit
message-jobs-whole = The whole regency
message-jobs-month = Month
message-jobs-month-bad = Choose the month.
message-jobs-unit-missing = Choose a unit for this file.
message-jobs-unit-none = This file has every unit, each on pages of its own; choose none.
message-jobs-not-found = Choose a file and a unit from the list.
message-jobs-ask = Make the file
message-jobs-asked = The file is being made.
message-jobs-known = The same file was asked for and is still being made. Here it is.
message-jobs-cancelled = The making of the file was stopped.
message-jobs-too-late = The making of the file had ended, so it could not be stopped.
message-jobs-state = State
message-jobs-about = About
message-jobs-by = Asked for by
message-jobs-at = Asked
message-jobs-progress = Progress
message-jobs-progress-of = { $done } of { $of }
message-jobs-fetch = Download { $name }
message-jobs-cancel = Stop
message-jobs-look-again = Reload
message-jobs-back = All files
message-jobs-state-waiting = Waiting its turn
message-jobs-state-running = Being made
message-jobs-state-done = Ready to download
message-jobs-state-failed = Failed
message-jobs-state-cancelled = Stopped
message-jobs-reason-forbidden = Whoever asked may no longer have this file.
message-jobs-reason-not-found = What was asked for does not exist.
message-jobs-reason-law-silent = The law says nothing on what is needed.
message-jobs-reason-bad-input = That month or unit holds nothing for this file, or cannot be computed yet. Check what you chose.
message-jobs-reason-store = The data could not be read. Ask again later.
message-jobs-reason-file = The file could not be written. Ask again, or tell whoever runs Abdi.
message-jobs-reason-restarted = Abdi was restarted while the file was made. Ask again.
message-jobs-reason-unknown-kind = This version of Abdi does not know that file.
message-jobs-reason-broken = Abdi made a mistake while making it. Tell whoever runs Abdi.
message-jobs-kind-audit-log = Audit log of a month (CSV)
