### Why a punch was not used.

reason-duplicate = repeated shortly after
reason-between = between in and out
reason-outside-window = outside this schedule's scan window
reason-day-off = no duty on this day
reason-other-shift = used for another shift
reason-quarantine-before-2005 = before 2005: the terminal's clock was reset
reason-quarantine-future = more than 24 hours ahead of the server
reason-quarantine-no-such-date = there is no such date
