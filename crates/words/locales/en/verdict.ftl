### The verdict of a day.

verdict-present = in and out on time
verdict-late = { $minutes } min late
verdict-left-early = left { $minutes } min early
verdict-late-and-left-early = { $late } min late and left { $early } min early
verdict-absent = no scan and no reason given
verdict-no-scan-in = no scan in
verdict-no-scan-out = no scan out
verdict-leave = leave: { $kind }
verdict-duty = on duty elsewhere
verdict-wfa = working from anywhere (WFA)
verdict-holiday = holiday: { $name }
verdict-off = no work scheduled
verdict-ahead = the day is not over
verdict-incomplete = cannot be evaluated yet: { $what }
