### Marks, states and how sure a value is.

status-present = Present
status-late = Late
status-left-early = Left early
status-absent = Absent
status-excused = Duty or leave
status-off = Off
status-needs-look = Needs a look
status-ahead = Not yet
status-simulation = SIMULATION
status-simulation-explained = Cannot be paid yet: some of this month's law is not confirmed.
status-final = FINAL
status-final-explained = This month is closed.
status-source-confirmed = text was read
status-source-verified = signed off by an officer
status-source-secondary = secondary source
status-source-assumed = assumed
