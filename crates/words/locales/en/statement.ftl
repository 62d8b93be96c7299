### A statement of the TPP.

statement-title = Statement of TPP
statement-gross = TPP of the month
statement-deduction = Sum of cuts
statement-net = TPP paid
statement-class = class
statement-cuts = Cuts
statement-column-date = Date
statement-column-code = Code
statement-column-minutes = Minutes
statement-column-rate = Rate
statement-column-base = Base
statement-column-amount = Amount
statement-column-source = Rule
statement-law-version = Law version
statement-facts-digest = facts digest
statement-silent = Cannot be computed yet
statement-silent-about = Cannot be computed yet: no rule "{ $what }" is in force on { $on }
statement-line-minutes = { $title } { $minutes } min
statement-line-days = { $title }, reckoned together over { $days } days
statement-line-minutes-days = { $title } { $minutes } min, reckoned together over { $days } days
statement-at-most = at most
statement-given-back = given back
statement-open-law-unverified = Cannot be paid yet: some of the law is not signed off
statement-open-month-not-over = The month is not over
statement-open-productivity-missing = Productivity was not given; computed as full
statement-open-law-silent = The law is not complete
