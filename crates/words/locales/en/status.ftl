### Marks, states and how sure a value is.

status-present = Present
status-late = Late
status-left-early = Left early
status-absent = Absent
status-excused = Duty or leave
status-off = Off
status-needs-look = Needs a look
status-ahead = Not evaluated yet
status-simulation = SIMULATION
status-unsigned = CLOSED, NOT SIGNED
status-final = FINAL
status-final-explained = Computed in full, by rules that are confirmed. Paid once the month is closed and signed.
status-source-confirmed = text was read
status-source-verified = signed off by an officer
status-source-secondary = secondary source
status-source-assumed = assumed
