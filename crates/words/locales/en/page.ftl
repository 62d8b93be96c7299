### Pages.


# General
page-skip = Skip to content
page-sign-out = Sign out
page-areas = Areas
page-example-label = EXAMPLE DATA
page-example-text = Names, figures and rules here are invented; no real person is shown.
page-plain-label = PLAIN PAGES
page-plain-text = The styles have not been built. Run ./dev build, then load this page again.
page-footer = Abdi, open software for regional civil servants. Every figure can be traced to its scan and its article.
page-legend = What the marks mean
page-months = Other months
page-month-previous = Previous month
page-month-next = Next month
page-rows = Rows
page-rows-of = of
page-rows-nav = Parts of the list
page-rows-previous = Previous
page-rows-next = Next
page-read = read
page-errors = There is something to correct
page-error = Error
page-name = Name
page-unit = Unit
page-search = Search
page-search-person = Search by name or NIP
page-none-found = Nothing matches. Check the spelling, or clear the search.
page-hint-date = For example 05-10-2026
page-hint-date-time = For example 05-10-2026 07.30.00
page-print-head = Acknowledged, head of the unit
page-print-operator = Operator

# Sign-in
page-sign-in = Sign in
page-sign-in-name = NIP or account name
page-sign-in-name-hint = A NIP has 18 digits
page-sign-in-password = Password
page-sign-in-help = Forgotten your password? The operator of your unit can make you a new one.
page-sign-in-examples = Example accounts
page-sign-in-role = Role
page-sign-in-name-missing = Enter your NIP or account name
page-sign-in-password-missing = Enter your password
page-sign-in-refused = The NIP or the password is not right. Check both and try again.
page-sign-in-wait = Too many attempts. Wait { $minutes } min and try again.
page-signed-out = You are signed out.

# My month
page-my-month-nav = My month
page-my-month-pay = TPP this month
page-my-month-of = of
page-my-month-cut = cut
page-my-month-look = { $count ->
    [one] { $count } day to look at
   *[other] { $count } days to look at
}
page-my-month-nothing = No day needs a look
page-my-month-fix = Correct
page-my-month-calendar = The days of

# A day
page-day-choose = Choose a day
page-day-choose-hint = Its schedule, scans, verdict and articles appear here.
page-day-close = Close
page-day-schedule = Schedule
page-day-next-day = the next day
page-day-used = Scans used
page-day-none-used = None
page-day-ignored = Scans not used
page-day-cut = Cut
page-day-no-cut = Nothing is cut for this day.
page-day-so-far = Cut this month up to this day:
page-day-sources = Legal basis
page-day-scan-in = in
page-day-scan-out = out
page-day-scan-break-out = out for the break
page-day-scan-break-in = back from the break

# Unit month sheet
page-unit-month-nav = Unit month
page-unit-month-sheet = Month sheet
page-unit-month-left = { $count ->
    [one] { $count } thing left before the month can be closed
   *[other] { $count } things left before the month can be closed
}
page-unit-month-ready = Ready to be closed
page-unit-month-close = Close the month
page-unit-month-closed = Closed on
page-unit-month-law = Cannot be closed yet: not all of its law is confirmed.
page-unit-month-law-link = See the law
page-unit-month-problems = Problems
page-unit-month-no-problems = No problems left
page-unit-month-show = Show
page-unit-month-only-problems = Problems only
page-unit-month-all = Everybody
page-unit-month-none-filtered = Nobody has a problem this month.
page-unit-month-late-minutes = Minutes late
page-unit-month-late-minutes-short = Late min
page-unit-month-absent-days = Days absent
page-unit-month-absent-days-short = Abs.
page-unit-month-cut = Cut
page-unit-month-sum = { $count ->
    [one] Sum ({ $count } person)
   *[other] Sum ({ $count } people)
}
page-unit-month-keys = Arrow keys move, Enter opens the day.

# Today
page-today-nav = Today
page-today-as-of = As of
page-today-missing = Not scanned yet
page-today-late = Late
page-today-present = On time
page-today-excused = Leave or duty
page-today-due = Expected
page-today-silent = { $count ->
    [one] { $count } terminal is silent
   *[other] { $count } terminals are silent
}
page-today-since = since
page-today-missing-title = { $count ->
    [one] { $count } person has not scanned
   *[other] { $count } people have not scanned
}
page-today-nobody-missing = Everybody expected has scanned
page-today-started = Work began
page-today-hint = Likely reason
page-today-more = See everybody who has not scanned
page-today-units = By unit
page-today-hint-silent = This unit's terminal is silent since { $since }
page-today-holiday = Holiday: { $name }. Only shifts are expected.

# People
page-people-nav = People
page-people-problems = To be mended
page-people-no-pin = { $count ->
    [one] { $count } person has no PIN
   *[other] { $count } people have no PIN
}
page-people-no-schedule = { $count ->
    [one] { $count } person has no schedule
   *[other] { $count } people have no schedule
}
page-people-no-class = { $count ->
    [one] { $count } person has no job class
   *[other] { $count } people have no job class
}
page-people-all-units = All units
page-person-employment = Employment
page-person-class = Class
page-person-schedule = Schedule
page-person-unit = Unit
page-person-position = Position
page-person-pin = Terminal PIN
page-person-eligibility = TPP eligibility
page-person-eligible = Eligible, { $percent }
page-person-not-eligible = Not eligible: { $reason }
page-person-month = See this person's month
page-person-now = Today
page-person-nothing = nothing yet
page-person-since = since
page-person-history = History
page-person-history-hint = Nothing is deleted: old values stay, with the day from which they held and the day they were recorded.
page-person-fact = Fact
page-person-value = Value
page-person-valid-from = Valid from
page-person-recorded-at = Recorded
page-person-late = after it took effect
page-person-basis = Basis
page-person-no-pin = No PIN yet: this person's scans cannot be recognised.
page-person-no-schedule = No schedule yet: the days cannot be evaluated.

# Terminals
page-terminals-nav = Terminals
page-terminals-none-silent = No terminal is silent
page-terminals-silent = { $count ->
    [one] { $count } terminal is silent in working hours
   *[other] { $count } terminals are silent in working hours
}
page-terminals-since = Silent since
page-terminals-never = Has never called the server
page-terminals-waiting = { $count ->
    [one] { $count } terminal waits for approval
   *[other] { $count } terminals wait for approval
}
page-terminals-waiting-hint = Its punches are refused for now; the terminal keeps them and sends them again once approved.
page-terminals-from = From
page-terminals-first = first
page-terminals-last = last
page-terminals-refused = { $count ->
    [one] { $count } delivery refused
   *[other] { $count } deliveries refused
}
page-terminals-unit = Belongs to unit
page-terminals-approve = Approve
page-terminals-quarantine = { $count ->
    [one] { $count } punch in quarantine
   *[other] { $count } punches in quarantine
}
page-terminals-quarantine-hint = The time of these punches makes no sense, so they are not used. Their lines are kept as they came.
page-terminals-received = received
page-terminals-raw = The line as it came
page-terminals-true-time = The true time
page-terminals-repair = Repair
page-terminals-pins = { $count ->
    [one] { $count } unknown PIN
   *[other] { $count } unknown PINs
}
page-terminals-pins-hint = Punches with these PINs are kept. Once a PIN is tied to a person, the days are evaluated again.
page-terminals-punches = { $count ->
    [one] { $count } punch
   *[other] { $count } punches
}
page-terminals-map = Tie to person
page-terminals-healthy = { $count ->
    [one] { $count } healthy terminal
   *[other] { $count } healthy terminals
}
page-terminals-show-healthy = Show the healthy terminals
page-terminals-name = Terminal
page-terminals-today = Punches today
page-terminals-advice-power = Check the terminal's power and network cable.
page-terminals-advice-address = Check the server address in the terminal.
page-terminals-time-bad = Enter the true time, such as 05-10-2026 07.30.00
page-terminals-time-implausible = This time makes no sense either; enter a time between 2005 and today
page-terminals-nip-unknown = Nobody has this NIP; check its 18 digits
page-terminals-approved = Terminal { $serial } was approved for { $unit }.
page-terminals-repaired = The punch was repaired and its day is evaluated again.
page-terminals-mapped = PIN { $pin } was tied to { $name }.

# One terminal
page-terminal-healthy = Calls the server as it should.
page-terminal-waiting = Waits for approval.
page-terminal-steps = What to do at the terminal
page-terminal-facts = About this terminal
page-terminal-request = The last request as it came
page-terminal-answer = Answered
page-terminal-left-out = { $count ->
    [one] { $count } byte at the end is not shown
   *[other] { $count } bytes at the end are not shown
}
page-terminal-fact-model = Model
page-terminal-fact-firmware = Firmware
page-terminal-fact-address = Address
page-terminal-fact-last-seen = Last request
page-terminal-fact-stored = Punches stored
page-terminal-fact-clock = Clock against the server
page-terminal-fact-pin-group = PIN group
page-terminal-step-power = See that the terminal is on and its screen shows the right time.
page-terminal-step-cable = See that the light at the network socket is on.
page-terminal-step-server = Press Menu › Comm. › Cloud Server and enter address { $address } and port { $port }.
page-terminal-step-restart = Switch the terminal off, wait ten seconds, switch it on again.

# Law
page-law-nav = Law
page-law-on = In force on
page-law-show = Show
page-law-holds = The law in force on
page-law-payable = Every value is confirmed; a month can be closed for payment.
page-law-unconfirmed = { $count ->
    [one] { $count } value is not confirmed: months are computed as SIMULATION and cannot be closed for payment.
   *[other] { $count } values are not confirmed: months are computed as SIMULATION and cannot be closed for payment.
}
page-law-missing = { $count ->
    [one] { $count } value has no source
   *[other] { $count } values have no source
}
page-law-topics = Topics
page-law-sets = What it sets
page-law-value = Value
page-law-from = From
page-law-source = Source
page-law-known = known
page-law-others = { $count ->
    [one] { $count } other value
   *[other] { $count } other values
}
page-law-date-bad = Enter a date that exists, such as 05-10-2026
page-law-needed-for = needed for { $what }
page-law-topic-hours = Working hours
page-law-topic-holidays = Holidays and joint leave
page-law-topic-deductions = Cuts of the TPP
page-law-topic-tpp = Amounts of the TPP
page-law-topic-scans = Scans that count
page-law-topic-discipline = Discipline
