# Rosters: what is warned of, and what hinders exchanging turns.
roster-warning-short-rest = { $date }: { $found } minutes of rest before this shift, at least { $limit }.
roster-warning-days-in-a-row = From { $date } on { $found } days of work in a row, at most { $limit }.
roster-warning-week-over = Week from { $date }: { $found } minutes of work, { $limit } by the rule.
roster-warning-uncovered-shift = { $date }: { $found } people in this shift, at least { $limit }.
roster-warning-holiday-unstaffed = { $date }: a holiday without staff; this unit serves on it.

roster-swap-past = { $date } is past.
roster-swap-closed = The month of { $date } is closed for payment.
roster-swap-away = One of you is on leave or duty on { $date }.
roster-swap-pattern = On { $date } you do not both work in turns by the same schedule of one organisation.
roster-swap-same = On { $date } you have the same turn.
roster-swap-changed = The turns of { $date } have changed since this was asked for. Ask again.
