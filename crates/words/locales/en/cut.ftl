### What a cut is for.

cut-late = { $minutes } min late
cut-left-early = left { $minutes } min early
cut-absent = absent without reason
cut-no-scan-in = no scan in
cut-no-scan-out = no scan out
cut-no-scan-break = no scan at the break
cut-left-during-hours = out for { $minutes } min during hours
cut-missed-apel = missed the assembly
cut-leave = leave: { $kind }
