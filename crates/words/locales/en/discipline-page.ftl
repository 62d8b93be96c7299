### Pages of discipline.

page-discipline-nav = Discipline
page-discipline-calm = Abdi counts and reminds. A sanction is imposed only by the authorised officer, after an examination.
page-discipline-year = Year
page-discipline-show = Show
page-discipline-up-to = Counted up to
page-discipline-mine = My record

# The list
page-discipline-cases = { $count ->
    [one] { $count } open case
   *[other] { $count } open cases
}
page-discipline-no-cases = No open cases
page-discipline-case = Case { $number }
page-discipline-late = late
page-discipline-people = { $count ->
    [one] { $count } person with days absent without a reason
   *[other] { $count } people with days absent without a reason
}
page-discipline-nobody = Nobody is near a rung or on one
page-discipline-days = { $count ->
    [one] { $count } day absent without a reason
   *[other] { $count } days absent without a reason
}
page-discipline-in-a-row = longest run { $days } days
page-discipline-which = Days that count
page-discipline-imposable = May be imposed after an examination: { $sanction }
page-discipline-stands = Case { $number }: { $stage }
page-discipline-no-ladder = There is no ladder of sanctions for this person in the law folder. Days are counted and compared with nothing

# A person's year
page-discipline-mine-lead = This is what is recorded about you. If a day is wrong, have the day corrected; the count follows.
page-discipline-none = No day absent without a reason
page-discipline-tell = To know
page-discipline-strip = Day by day
page-discipline-strip-said = The year as squares: a line a month, a square a day. { $days } days absent without a reason are marked; they are listed below.
page-discipline-key-absent = absent without a reason
page-discipline-key-excused = leave or duty
page-discipline-key-present = at work
page-discipline-key-off = day off
page-discipline-key-unknown = not known
page-discipline-nth = No.
page-discipline-day = Day
page-discipline-reaches = Reaches
page-discipline-next = { $days } more to { $sanction }
page-discipline-article = Article
page-discipline-wrong = Look at this day
page-discipline-own-cases = Cases
page-discipline-case-about = about { $from } to { $until }
page-discipline-years = Other years
page-discipline-year-before = Year before
page-discipline-year-after = Year after

# Opening a case
page-discipline-open = Open a case
page-discipline-open-hint = A case is opened by a person, never by the system. A day known to have been worked is refused.
page-discipline-open-days = Days absent, one a line
page-discipline-open-rung = Sanction that those days reach
page-discipline-open-post = Post held
page-discipline-choose = Choose
page-discipline-day-bad = Write days like 05-10-2026, one a line
page-discipline-post-missing = Choose the post held
page-discipline-nip-unknown = That NIP is not known. Check its digits
page-discipline-nip-missing = Give the NIP
page-discipline-date-bad = Write the date like 05-10-2026
page-discipline-time-bad = Write the time like 09.00
page-discipline-capacity-missing = Choose as what the officer decides
page-discipline-answer-missing = Choose the answer
page-discipline-done-opened = The case is open
page-discipline-done-recorded = Recorded: { $step }
page-discipline-not-done = Not recorded yet. See what needs mending

# A case
page-discipline-about = About
page-discipline-is-next = Next
page-discipline-over = No step is left
page-discipline-pay = Effect on the TPP
page-discipline-unsaid = What the sources of law do not say
page-discipline-was-late = What came late
page-discipline-happened = What happened
page-discipline-recorded = recorded { $at } by { $by }
page-discipline-record = Record what happened
page-discipline-record-hint = Record what has happened, on the day it did. What is recorded cannot be changed.
page-discipline-save = Record
page-discipline-letters = What the letters say
page-discipline-letters-hint = Filled from this case. What is still blank is named; a letter is not signed before it is complete.
page-discipline-blanks = Still blank
page-discipline-complete = complete
page-discipline-incomplete = not complete
page-discipline-waiting-for = In the place of { $sanction }, which waits for another act

# Fields
page-discipline-field-on = Date
page-discipline-field-letter = Number of the letter
page-discipline-field-examination = Day of the examination
page-discipline-field-time = Time
page-discipline-field-time-hint = For example 09.00
page-discipline-field-place = Place
page-discipline-field-examiner = NIP of the examiner
page-discipline-field-people = NIP of the examiners, one a line
page-discipline-field-members = NIP of the team's members, one a line
page-discipline-field-decree = Number of the team's decree
page-discipline-field-minutes = Number of the minutes
page-discipline-field-exchanges = Questions and answers
page-discipline-field-exchanges-hint = One question a line, its answer after the question mark: Why were you absent? My child was ill
page-discipline-field-breaches = What is proven, by the sanction set for it
page-discipline-field-breaches-hint = Leave empty if nothing is proven
page-discipline-field-report = Number of the report
page-discipline-field-sanction = Sanction
page-discipline-field-officer = NIP of the officer
page-discipline-field-capacity = As
page-discipline-field-number = Number of the decision
page-discipline-field-answer = Answer
page-discipline-field-reason = Reason
page-discipline-field-note = Note

# Answers to an objection
page-discipline-answer-upheld = the sanction stays
page-discipline-answer-changed = the sanction is changed
page-discipline-answer-annulled = the sanction falls

# What an event says
page-discipline-fact-post = Post
page-discipline-fact-rung = Reaches
page-discipline-fact-days = Days absent
page-discipline-fact-number = Number
page-discipline-fact-examination = Day of the examination
page-discipline-fact-time = Time
page-discipline-fact-place = Place
page-discipline-fact-examiner = Examiner
page-discipline-fact-members = Members of the team
page-discipline-fact-examiners = Examiners
page-discipline-fact-questions = Questions
page-discipline-fact-breaches = Proven, with the sanction set for it
page-discipline-fact-nothing = nothing
page-discipline-fact-report = Report
page-discipline-fact-sanction = Sanction
page-discipline-fact-officer = Officer
page-discipline-fact-capacity = As
page-discipline-fact-answer = Answer
page-discipline-fact-reason = Reason
page-discipline-fact-note = Note

# What a letter says
page-discipline-letter-number = Number
page-discipline-letter-on = Date
page-discipline-letter-person = Who is examined
page-discipline-letter-examiner = Examiner
page-discipline-letter-examination = Day of the examination
page-discipline-letter-time = Time
page-discipline-letter-place = Place
page-discipline-letter-absences = Days absent
page-discipline-letter-first-letter = First summons
page-discipline-letter-examiners = Examiners
page-discipline-letter-team-decree = Decree of the team
page-discipline-letter-exchanges = Questions and answers
page-discipline-letter-officer = Officer
page-discipline-letter-capacity = As
page-discipline-letter-level = Level
page-discipline-letter-sanction = Sanction
page-discipline-letter-article = Article
page-discipline-letter-in-place-of = In place of
page-discipline-letter-basis = Basis
page-discipline-letter-reporter = Who reports
page-discipline-letter-year = Year
page-discipline-letter-in-a-row = In a row
page-discipline-letter-proposed = Sanction proposed
page-discipline-letter-salary-stops = Salary stopped from
