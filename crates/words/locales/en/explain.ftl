### One day explained, from the schedule to the article.

explain-schedule = Schedule
explain-shift = { $starts } – { $ends } (scans count { $opens } – { $closes })
explain-no-shift = no shift on this day
explain-scans = Scans
explain-no-scan = no scan on this day
explain-terminal = terminal
explain-verdict = Verdict
explain-cuts = Cuts
explain-no-cut = no cut for this day
explain-articles = Rests on

explain-use-arrived = used as the arrival
explain-use-rest-out = used as the scan out to rest
explain-use-rest-in = used as the scan back from rest
explain-use-left = used as the departure
explain-use-between = not used: between the arrival and the departure
explain-use-repeat = not used: a repeat shortly before or after
explain-use-outside-window = not used: outside the scan window of this schedule
explain-use-no-shift = not used: no shift on this day
explain-use-day-before = not used: it belongs to the shift of the day before
explain-use-day-after = not used: it belongs to the shift of the day after

explain-verdict-present = present, on time to the end
explain-verdict-late = late by { $late } minutes
explain-verdict-early = left { $early } minutes early
explain-verdict-late-early = late by { $late } minutes and left { $early } minutes early
explain-verdict-incomplete = one of the scans is missing
explain-verdict-absent = absent without a reason
explain-verdict-leave = on leave
explain-verdict-duty = on duty
explain-verdict-wfa = working from elsewhere
explain-verdict-holiday = holiday
explain-verdict-joint-leave = joint leave
explain-verdict-off = no shift
explain-verdict-not-in-service = not yet, or no longer, in service
explain-verdict-not-yet = the day is not over

explain-finding-no-in = no arrival scan
explain-finding-no-out = no departure scan
explain-finding-no-rest = a scan around the rest is missing
explain-finding-scan-on-day-off = scans on a day without a shift
explain-finding-scan-during-excuse = scans during leave or duty; check which is right
explain-finding-part-excused = leave or duty took the place of part of the hours
explain-finding-made-up = the lateness was made up on the same day
explain-finding-late-permitted = late with permission
explain-finding-early-permitted = early with permission
explain-finding-wfa-without-rule = work from elsewhere on a day no rule allows it
explain-finding-scan-outside-window = scans outside the scan window of this schedule
explain-finding-absent-by-minutes = so many minutes are missing that the day counts as absent
explain-finding-running = the day is not over: scans that matter may still come, and nothing is cut yet
