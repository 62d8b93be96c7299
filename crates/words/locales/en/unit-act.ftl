### Outages of a whole unit, apel and ceremonies, exchanging turns.

# Outage
page-outage-title = Outage of a whole unit
page-outage-link = Outage
page-outage-lead = When nobody of the unit can use the terminals, one decision settles everybody's day by the paper list. It is looked at first; nothing changes before it is decided.
page-outage-from = First day
page-outage-until = Last day
page-outage-until-hint = Leave empty for one day
page-outage-cause-power-cut = Power cut
page-outage-cause-terminal-down = Terminal broken, off, or lent out
page-outage-cause-elsewhere = Work at another place, for a flood for example
page-outage-cause-other = Something else
page-outage-list = The paper list
page-outage-list-hint = One line a person: NIP; came; left. For more than one day: NIP; date; came; left. A time left empty follows the schedule: enough where the list was only signed. A name may follow. It can be pasted from a sheet.
page-outage-fill = Put everybody of the unit on it
page-outage-check = Check
page-outage-settles = What it settles
page-outage-decides = Decided by
page-outage-files = Photo of the signed list, and of what happened
page-outage-send = Send for decision
page-outage-known = What this unit handed in
page-outage-until-first = The last day is before the first; exchange them
page-outage-too-long = One decision settles at most { $most } days; divide it
page-outage-no-photo = Add a photo of the signed list
page-outage-again = An outage of these days was handed in before; see below
page-outage-list-empty = Fill in the list, at least one person
page-outage-line-nip = Line { $line }: begin with a NIP of 18 digits
page-outage-line-date = Line { $line }: after the NIP give the date, 05-10-2026 for example
page-outage-line-time = Line { $line }: give when the person came and left, 07.25; 16.00 for example, or leave it empty
page-outage-fault-unreadable = Line { $line }: nobody has this NIP; check the digits
page-outage-fault-other-day = Line { $line }: { $date } is not among the days of the outage
page-outage-fault-not-in-service = Line { $line }: this person does not serve in this unit on { $date }; take the line off
page-outage-fault-no-working-day = Line { $line }: { $date } is no working day of this person; take the line off
page-outage-fault-no-hours = Line { $line }: the law folder has no hours for that day
page-outage-fault-backwards = Line { $line }: the person must leave after coming
page-outage-fault-ahead = Line { $line }: a time has not come yet
page-outage-fault-decides = Line { $line }: this person decides on the list, and nobody decides on himself; take the line off and have that one ask for a correction
page-outage-fault-twice = Line { $line }: this person is there already for { $date }; take one off

# Apel and ceremonies
page-event-title = Apel, ceremonies and other events
page-event-link = Apel and ceremonies
page-event-lead = Record who was there. Whoever was expected and not there is charged by the rule; who is on leave, on duty elsewhere or has no shift then does not count. Recording again takes the place of what was recorded before.
page-event-no-rule = The law folder has no rule about missing an apel or a ceremony, so there is nothing to record.
page-event-kind = Event
page-event-from = From
page-event-from-hint = 07.15 for example; whoever scanned before then and had not left counts as there
page-event-until = Until
page-event-until-hint = 07.45 for example
page-event-letter = Letter or list it rests on
page-event-letter-hint = Number of the invitation, or name of the list
page-event-terminals = There by a scan on
page-event-list = There by a list
page-event-list-hint = One NIP a line; what follows on the line is passed over. It may be empty: tick people after checking.
page-event-check = Check who was there
page-event-expected = Expected
page-event-present = There
page-event-missed = Not there
page-event-tick = Not there by terminals and list. Tick who was there after all.
page-event-nearest = nearest scan at
page-event-no-scan = no scan that day
page-event-cost = cut
page-event-record = Record
page-event-told = Recorded: { $expected } expected, { $present } there, { $missed } not there.
page-event-known = Recorded in
page-event-times = recorded { $count } times, the last one holds
page-event-no-kind = Choose the event
page-event-unknown = Nobody has the NIP { $nips }; check the digits
page-event-fault-backwards = It must end after it begins
page-event-fault-ahead = It is not over yet; record it afterwards
page-event-fault-no-letter = Name the letter or the list
page-event-fault-unknown-kind = No rule is about this event; choose another

# Exchanging turns
page-swap-title = Exchange turns
page-swap-lead = Choose a colleague, then the days. Your colleague agrees first, then the superior decides. Until then no turn changes.
page-swap-nobody = There is no colleague to exchange with: you do not work by turns, or nobody of your unit has the same pattern this month.
page-swap-with = Colleague
page-swap-show = Show the turns
page-swap-no-days = Your turns are the same on every day left of this month. Choose another month or colleague.
page-swap-days = Days to exchange, at most { $count }
page-swap-mine = You
page-swap-off = off
page-swap-reason = Why?
page-swap-check = Check
page-swap-clear = Nothing hinders it. Nothing was sent yet.
page-swap-warned = It does not hinder, but look at it:
page-swap-send = Ask the colleague
page-swap-told = The colleague with NIP { $nip } was asked to exchange turns. Once that one agrees, the superior decides.
page-swap-choose = Choose a colleague
page-swap-no-day = Tick at least one day
page-swap-too-many = Exchange at most { $most } days at once
page-swap-no-reason = Say why, in a sentence

# Near a rung
page-near-see = See the days
page-near-unit = { $count } people are near a rung of discipline or on one this year
