# Rosters: what is warned of, and what hinders exchanging turns.
roster-warning-short-rest = { $date }: { $found } of rest before this shift, at least { $limit }.
roster-warning-days-in-a-row = From { $date } on { $found } days of work in a row, at most { $limit }.
roster-warning-week-over = Week from { $date }: { $found } of work, { $limit } by the rule.
roster-warning-uncovered-shift = Shift { $letter } has fewer than { $limit } people on { $count } days: { $days }.
roster-warning-holiday-unstaffed = { $date }: a holiday without staff; this unit serves on it.

roster-swap-past = { $date } is past.
roster-swap-closed = The month of { $date } is closed for payment.
roster-swap-away = One of you is on leave or duty on { $date }.
roster-swap-pattern = On { $date } you do not both work in turns by the same schedule of one organisation.
roster-swap-same = On { $date } you have the same turn.
roster-swap-changed = The turns of { $date } have changed since this was asked for. Ask again.

roster-title = Roster
roster-title-of = { $count ->
    [one] Roster of { $count } person
   *[other] Roster of { $count } people
}
roster-nobody = Nobody in this unit works in shifts in this month. A schedule with shifts is recorded by the personnel office in the person's data.
roster-warnings = Needs a look
roster-warnings-more = { $count ->
   *[other] and { $count } more
}
roster-in-cycle = { $schedule }, cycle shifted by { $days ->
    [one] { $days } day
   *[other] { $days } days
}
roster-pattern-shift = { $letter } { $starts }–{ $ends }
roster-pattern-shift-over-night = { $letter } { $starts } to { $ends } on the next day
roster-legend = Bold: given here. Not bold: by the cycle of the pattern. - off, ◇ leave or duty, ! needs a look
roster-give-title = Give turns
roster-give-explained = Tick the people in the table, then write their turns. All of it is saved, or nothing.
roster-from = From day
roster-until = Until day
roster-turns = Turns
roster-turns-hint = One letter for every day, or several that repeat: P P S S M M - - for three shifts, D - - for 24 hours at work and 48 off. L or - is a day off, = goes back to the cycle.
roster-shift = Shift for the next person
roster-shift-hint = By how many turns each person is ahead, in order of the NIP. Empty: all the same.
roster-give = Save turns
roster-given = { $count ->
    [0] Nothing changed; those turns were recorded already.
    [one] { $count } turn saved.
   *[other] { $count } turns saved.
}
roster-day-bad = Write a day of this month, for example 7.
roster-day-order = The last day is before the first. Swap them.
roster-turns-bad = Write the letters of shifts with spaces between them, for example P P S S M M - -
roster-shift-bad = Write a number from 0 to 99, or leave it empty.
roster-nobody-chosen = Tick at least one person in the table.
roster-bad-turn = { $nip }, { $date }: { $reason }
roster-bad-row = Line { $line }, column { $column }: { $reason }
roster-paste-title = Paste a roster from a sheet
roster-pasted = CSV
roster-pasted-hint = The first line names the columns: nip;1;2;3 and so on. An empty cell changes nothing.
roster-pasted-bad = The roster could not be read. Begin with the line nip;1;2;3.
roster-paste = Save roster
