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
page-sign-in-help = Forgot the password? BKPSDM can make a new one.
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
page-my-month-made-of = What the Tpp is made of
page-my-month-cut = cut
page-my-month-look = { $count ->
    [one] { $count } day to look at
   *[other] { $count } days to look at
}
page-my-month-nothing = No day needs a look
page-my-month-other-cuts = Other cuts this month
page-my-month-fix = Correct
page-my-month-calendar = The days of
page-my-month-no-pay = No TPP for this month.
page-my-month-no-pay-reason = No TPP for this month: { $reason }.

# A day
page-day-choose = Choose a day
page-day-choose-hint = Its schedule, scans, verdict and articles appear here.
page-day-close = Close
page-day-schedule = Schedule
page-day-next-day = the next day
page-day-used = Scans used
page-day-none-used = None
page-day-repaired = its time was set right by an officer, from a line in quarantine
page-day-ignored = Scans not used
page-day-cut = Cut
page-day-no-cut = Nothing is cut for this day.
page-day-so-far = Cut this month up to this day:
page-day-sources = Legal basis
page-day-named = { $what }: { $name }
page-day-scan-arrived = in
page-day-scan-left = out
page-day-scan-rest-out = out to the break
page-day-scan-rest-in = back from the break
page-day-ignored-between = between in and out
page-day-ignored-repeat = a repeat, shortly before or after
page-day-ignored-outside-window = outside the scan times of this schedule
page-day-ignored-no-shift = no schedule on this day
page-day-ignored-day-before = of the shift of the day before
page-day-ignored-day-after = of the shift of the day after

# Unit month sheet
page-unit-month-nav = Unit month
page-unit-month-sheet = Month sheet
page-unit-month-left = { $count ->
    [one] 1 thing to look at
   *[other] { $count } things to look at
}
page-unit-month-ready = Ready to be closed
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
    [one] Whole unit (1 person)
   *[other] Whole unit ({ $count } people)
}
page-unit-month-keys = Arrow keys move, Enter opens the day.
page-unit-month-running = { $count ->
    [one] Month still running: 1 thing to look at
   *[other] Month still running: { $count } things to look at
}
page-unit-month-todo-absent = { $count ->
    [one] 1 day absent without reason
   *[other] { $count } days absent without reason
}
page-unit-month-todo-no-in = { $count ->
    [one] 1 day without scan in
   *[other] { $count } days without scan in
}
page-unit-month-todo-no-out = { $count ->
    [one] 1 day without scan out
   *[other] { $count } days without scan out
}
page-unit-month-todo-quarantine = { $count ->
    [one] 1 scan in quarantine
   *[other] { $count } scans in quarantine
}
page-unit-month-todo-unknown-pins = { $count ->
    [one] 1 unknown PIN
   *[other] { $count } unknown PINs
}
page-unit-month-todo-silent-terminals = { $count ->
    [one] 1 silent terminal
   *[other] { $count } silent terminals
}
page-unit-month-todo-law-silent = { $count ->
    [one] { $count } person cannot be computed yet
   *[other] { $count } people cannot be computed yet
}
page-unit-month-todo-simulated = { $count ->
    [one] 1 person still SIMULATION
   *[other] { $count } people still SIMULATION
}

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
page-today-units = By unit
page-today-hint-silent = This unit's terminal is silent since { $since }
page-today-shown = { $count ->
    [one] The first name is shown.
   *[other] The first { $count } names are shown.
}

# People
page-people-nav = People
page-people-all-units = All units
page-person-employment = Employment
page-person-class = Class
page-person-schedule = Schedule
page-person-position = Position
page-person-pin = Terminal PIN
page-person-eligibility = TPP eligibility
page-person-not-eligible = Not eligible: { $reason }
page-person-month = See this person's month
page-person-now = Today
page-person-nothing = nothing yet
page-person-since = since
page-person-until = until
page-person-history = History
page-person-history-hint = Nothing is deleted: old values stay, with the day from which they held and the day they were recorded.
page-person-fact = Fact
page-person-value = Value
page-person-valid-from = Valid from
page-person-recorded-at = Recorded
page-person-late = after it took effect
page-person-no-pin = No PIN now: this person's scans cannot be recognised.
page-person-unit-inside = Section
page-person-service = Service
page-person-in-service = In service
page-person-left = No longer in service
page-person-superseded = replaced by a later record
page-person-ahead = not yet in force
page-person-not-eligible-plain = Not eligible
page-person-share = Eligible, { $share }
page-person-share-reason = Eligible, { $share }: { $reason }
page-person-by-law = Eligible by the rules
page-person-by-law-reason = Eligible by the rules: { $reason }

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
page-terminals-first = first
page-terminals-last = last
page-terminals-refused = { $count ->
    [one] 1 terminal refused
   *[other] { $count } terminals refused
}
page-terminals-unit = Belongs to unit
page-terminals-approve = Approve
page-terminals-line-decided = This scan has been decided already, perhaps by somebody else. Load the page of terminals again.
page-terminals-pin-taken = This PIN belongs to somebody, or waits no more. Load the page Terminals again.
page-terminals-unit-missing = Choose the unit where the terminal hangs
page-terminals-choose-unit = Choose a unit
page-terminals-quarantine = { $count ->
    [one] { $count } punch in quarantine
   *[other] { $count } punches in quarantine
}
page-terminals-quarantine-hint = The time of these punches makes no sense, so they are not used. Their lines are kept as they came.
page-terminals-received = received
page-terminals-raw = The line as it came
page-terminals-true-time = The true time
page-terminals-decide = Decide
page-terminals-shown = { $count ->
    [one] The first is shown; the others follow once it is decided.
   *[other] The first { $count } are shown; the others follow once these are decided.
}
page-terminals-repair = Repair
page-terminals-pins = { $count ->
    [one] { $count } unknown PIN
   *[other] { $count } unknown PINs
}
page-terminals-pins-hint = Punches with these PINs are kept. Once a PIN is tied to a person, the days are evaluated again.
page-terminals-map = Tie to person
page-terminals-healthy = { $count ->
    [one] { $count } healthy terminal
   *[other] { $count } healthy terminals
}
page-terminals-show-healthy = Show the healthy terminals
page-terminals-name = Terminal
page-terminals-advice-power = Check the terminal's power and network cable.
page-terminals-time-bad = Enter the true time, such as 05-10-2026 07.30.00
page-terminals-time-implausible = This time makes no sense either; enter a time between 2005 and today
page-terminals-nip-unknown = Nobody has this NIP; check its 18 digits
page-terminals-refuse = Refuse
page-terminals-called = Name of the terminal
page-terminals-discard = No scan, discard
page-terminals-why = Reason
page-terminals-why-hint = Kept in the audit log
page-terminals-why-missing = Enter the reason; the audit log keeps it
page-terminals-pin-bad = Enter the PIN as on the terminal
page-terminals-days = { $count ->
    [one] Scans on 1 day
   *[other] Scans on { $count } days
}
page-terminals-delivery = Last delivery
page-terminals-by-file = by file
page-terminals-nip-elsewhere = This person belongs to another unit; BKPSDM can connect the PIN
page-terminals-nip-day = The first scan of this PIN is before this person began to serve, or over two years ago; ask BKPSDM to check the list of people
page-terminals-done-approved = Terminal { $to } is approved. The scans it kept will be sent again.
page-terminals-done-refused = Terminal { $to } is refused.
page-terminals-done-repaired = The scan of PIN { $to } is repaired and its day evaluated again.
page-terminals-done-discarded = The line is discarded; it stays on record.
page-terminals-done-mapped = PIN { $to } is connected. Its days are evaluated again.

# One terminal
page-terminal-healthy = Calls the server as it should.
page-terminal-waiting = Waits for approval.
page-terminal-steps = What to do at the terminal
page-terminal-facts = About this terminal
page-terminal-request = The last request as it came
page-terminal-fact-last-seen = Last request
page-terminal-fact-pin-group = PIN group
page-terminal-step-power = See that the terminal is on and its screen shows the right time.
page-terminal-step-cable = See that the light at the network socket is on.
page-terminal-step-server = Press Menu › Comm. › Cloud Server, then check address and port of the Abdi server.
page-terminal-step-restart = Switch the terminal off, wait ten seconds, switch it on again.
page-terminal-refused = Refused: scans from this terminal are not taken.
page-terminal-by-file = It has never called the server; its scans come by file.
page-terminal-fact-first-seen = First request
page-terminal-fact-last-delivery = Last delivery
page-terminal-fact-zone = Time zone
page-terminal-fact-info = What it says

# Law
page-law-nav = Law
page-law-on = In force on
page-law-show = Show
page-law-holds = The law in force on
page-law-payable = Every value is confirmed; a month can be closed for payment.
page-law-nothing = No rule is in force on this day.
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
page-law-topic-hours = Working hours
page-law-topic-holidays = Holidays and joint leave
page-law-topic-deductions = TPP deductions
page-law-topic-tpp = Amounts of TPP
page-law-topic-scans = Scans and minutes that count
page-law-topic-discipline = Discipline
page-law-version = Version of the rules
page-law-topic-other = Other
page-units = Units
page-units-code = Code
page-units-today = See today
page-units-none = No units yet. Units appear once people are imported.
