### Leave, duty, permission: what a request runs into, papers, and who decides.

leave-finding-backwards = The last day comes before the first. Please correct the dates.
leave-finding-implausible-dates = These dates are too far away or too far apart. Please check the year.
leave-finding-no-rule = The law data has no rule on this kind for { $employment } yet. Check the regulation before deciding.
leave-finding-not-open = This kind is not open to { $employment }. Choose another kind or ask the personnel office.
leave-finding-service-too-short = Service is too short so far. This kind can be asked for from { $date } on.
leave-finding-balance-exceeded = { $days ->
    [one] This is 1 working day more than the annual leave left for { $year }. Ask for fewer days or another kind.
   *[other] This is { $days } working days more than the annual leave left for { $year }. Ask for fewer days or another kind.
}
leave-finding-annual-closed = Because of long leave there is no annual leave for { $year }. Only days left from the year before can be used.
leave-finding-annual-overdrawn = This long leave takes away the annual leave of { $year }, of which { $days } working days are granted already. Cancel those first.
leave-finding-overlaps = There is { $kind } at the same time already, { $from } to { $until }. Change the dates, or cancel that one first.
leave-finding-too-long = { $days ->
    [one] Longer than allowed by 1 day. The last day can be { $date } at the latest.
   *[other] Longer than allowed by { $days } days. The last day can be { $date } at the latest.
}
leave-finding-needs-extension = After { $date } a decision on an extension is needed.
leave-finding-too-short = { $days ->
    [one] At least 1 working day. Choose dates with a working day in them.
   *[other] At least { $days } working days. Choose dates with more working days in them.
}
leave-finding-travel-too-long = At most { $days } calendar days can be added for the way. Ask for fewer.
leave-finding-yearly-limit = At most { $limit } working days a year; for { $year } this is { $days } too many. Ask for fewer days.
leave-finding-proof-missing = Please attach { $proof }.
leave-finding-reason-missing = Please choose one of the reasons that the regulation names.
leave-finding-child-missing = Please say which child is born, by number.
leave-finding-child-beyond = This kind is for births up to child number { $most }. Ask the personnel office.
leave-finding-child-beyond-instead = This kind is for births up to child number { $most }. Ask for { $kind } instead.
leave-finding-hours-not-allowed = This kind cannot be asked for by hours. Ask for a whole day.
leave-finding-hours-over-days = A request by hours is for one day. Ask for each day apart.
leave-finding-place-missing = Please say where the duty is.
leave-finding-closed-month = { $month } is closed for payment. Ask the personnel office to enter it as a supplement.

leave-weight-refuses = cannot be granted yet
leave-weight-notes = good to know

leave-wfa-unit-excluded = This unit may not work from elsewhere. Its people work at the office.
leave-wfa-share-reached = The limit of the unit for that day is reached, { $count } people. Choose another day.
leave-wfa-week-reached = { $count ->
    [one] At most 1 day a week. Choose a day of another week.
   *[other] At most { $count } days a week. Choose a day of another week.
}

leave-proof-surat-atasan = a letter to the superior
leave-proof-surat-keterangan = a letter that shows the reason
leave-proof-surat-dokter = a doctor's letter
leave-proof-surat-dokter-pemerintah = a letter of a government doctor
leave-proof-surat-rawat-inap = a hospital's letter on the stay
leave-proof-surat-tugas = the order for the duty

leave-approver-atasan = direct superior
leave-approver-kepala-skpd = head of the unit
leave-approver-bkpsdm = personnel office
leave-approver-sekda = regional secretary
leave-approver-bupati = the Bupati

page-leave-title = My leave
page-leave-left = Annual leave left
page-leave-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
page-leave-lapsing = { $count } of them lapse unless they are used this year.
page-leave-overdrawn = { $count } more were taken than there were. Talk to BKPSDM about it.
page-leave-entitled = Annual leave can be taken from
page-leave-closed = This year has no annual leave of its own:
page-leave-ahead = What will be left on
page-leave-ahead-hint = A day to come, such as 4-1-2027.
page-leave-look-ahead = Work it out
page-leave-ahead-past = Write a day after today.
page-leave-ahead-no-date = Write a date like 4-1-2027.
page-leave-ahead-if = If nothing more is asked for.
page-leave-step-lapsed = { $days } days of { $year } lapse
page-leave-step-granted = { $days } new days
page-leave-lots = By year of the grant
page-leave-year = Year
page-leave-granted = Granted
page-leave-used = Used
page-leave-reserved = Reserved
page-leave-rest = Left
page-leave-expires = Usable until
page-leave-basis = Basis
page-leave-uses = Taken or asked for
page-leave-no-uses = Nothing yet.

# Asking for leave, duty or permission
page-leave-new = Ask for leave, duty or permission
page-leave-new-hint = Choose the kind. Before it is sent the request is held against the rules, the balance and the calendar.
page-leave-group-leave = Leave
page-leave-group-duty = Duty and training
page-leave-group-wfa = Work from elsewhere
page-leave-group-permission = Permission
page-leave-ask = Ask for
page-leave-other-kind = Choose another kind
page-leave-field-from = First day
page-leave-field-until = Last day
page-leave-field-begins = From (time)
page-leave-field-ends = Until (time)
page-leave-field-child = Which child is born
page-leave-field-place = Place
page-leave-field-address = Address during leave
page-leave-field-letter = Number of the order
page-leave-hint-from = Such as 07-12-2026
page-leave-hint-until = Leave empty for one day
page-leave-hint-begins = Such as 07.30; leave empty for the whole day
page-leave-hint-ends = Such as 09.00
page-leave-hint-child = A number, such as 2
page-leave-hint-place = Town, office or address where you work
page-leave-hint-address = Where you can be reached
page-leave-hint-letter = If there is one; if not, hand the letter in at the next step
page-leave-named = Reason that the law names
page-leave-named-none = None of these
page-leave-reason = What it is for
page-leave-check = Check first
page-leave-check-again = Check again
page-leave-send = Send the request
page-leave-checked = What the check found
page-leave-takes = It takes
page-leave-before = Annual leave left now
page-leave-after = Left afterwards
page-leave-hinders = It cannot be asked for yet
page-leave-notes = Whoever decides reads this too
page-leave-noted = Notes of the check
page-leave-clear = Nothing stands in the way. The request has not been sent yet.
page-leave-other-paper = Another proof, if there is one
page-leave-mistake-child = Write a number, such as 2
page-leave-mistake-named = Choose a reason that the law names
page-leave-mistake-ends = The time it ends must come after the time it begins
page-leave-mistake-reason = Write what it is for, in a sentence
page-leave-told = The request was sent to { $desk }.
page-leave-told-due = The request was sent to { $desk }, to be decided by { $due }.

# Notes of the list of balances
leave-note-law-silent = Not on the list because the law says nothing of their annual leave: { $people } people
