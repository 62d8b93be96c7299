### Pages of closing, payment, reports, slips, and money to be paid back.

# Closing
page-closing-link = Close the month
page-closing-left = { $count ->
    [one] { $count } thing to look at before closing
   *[other] { $count } things to look at before closing
 }
page-closing-more-people = { $count ->
    [one] { $count } more person
   *[other] { $count } more people
 }
page-closing-hint = Closing freezes the statement of everybody together with the law. What changes afterwards becomes a supplement.
page-closing-acknowledge = The following may stand if the reason is noted.
page-closing-why = why it may stand
page-closing-say-why = { $what }: write down the reason
page-closing-mend-first = { $what }: settle it first
page-closing-overtaken = Not done; look at how it stands and try again ({ $why })
page-closing-net = TPP after cuts
page-closing-of-gross = of
page-closing-law-version = Version of the law
page-closing-engine = Version of the program
page-closing-counts-until = Counted until
page-closing-noted = Noted when it was closed
page-closing-signatures = Signatures
page-closing-nobody-signed = None yet
page-closing-signed = { $role }: { $name }, NIP { $nip }, { $at }
page-closing-at = { $at } { $zone }
page-closing-sign = Sign
page-closing-sign-hint = Your signature is for the digest above.
page-closing-signed-now = You have signed closing number { $number }
page-closing-verify = Prove this digest
page-closing-holds = Proven: nothing has changed since it was closed
page-closing-holds-not = Not proven: something differs from what was closed
page-closing-digest-same = Digest computed again from what is kept: the same
page-closing-digest-other = Digest computed again from what is kept: another, { $digest }
page-closing-signatures-other = There is a signature for another digest
page-closing-same = { $same } of { $count } statements are the same to the byte
page-closing-differ = { $count ->
    [one] { $count } statement is another from the same facts:
   *[other] { $count } statements are others from the same facts:
 }
page-closing-facts-changed = { $count ->
    [one] { $count } person has new facts since it was closed and is not compared
   *[other] { $count } people have new facts since it was closed and are not compared
 }
page-closing-supplement = Freeze a supplement
page-closing-supplement-hint = A supplement notes everybody's difference and its cause; the first closing does not change.
page-closing-reopen = Open this month again
page-closing-reopen-hint = What is frozen stays; the next closing refers to it. Everybody signs again.
page-closing-reason = Reason
page-closing-reason-missing = Write down why it is opened again
page-closing-reopened = Opened again before
page-closing-why-reopened = Opened again because

# All units
page-closings-title = Closing of all units
page-closings-open = { $count ->
    [one] { $count } unit not closed
   *[other] { $count } units not closed
 }
page-closings-unsigned = { $count ->
    [one] { $count } unit waits for a signature
   *[other] { $count } units wait for a signature
 }
page-closings-none = Nothing has been computed for this month yet.
page-closings-state = State
page-closings-left = What is left
page-closings-net = TPP after cuts (Rp)
page-closings-undecided = { $count ->
    [one] { $count } request waiting
   *[other] { $count } requests waiting
 }
page-closings-days = { $count ->
    [one] { $count } day to look at
   *[other] { $count } days to look at
 }
page-closings-reopened = opened again before
page-closings-supplements = { $count ->
    [one] { $count } supplement
   *[other] { $count } supplements
 }
page-payments-title = Payment list

# Reports, payment, slips
page-report-net = To be paid
page-report-nothing = There is nothing to report for this month yet.
page-report-later = (as a job)
page-report-too-long = a PDF of the whole regency is too long to be downloaded at once; choose a unit, or download XLSX
page-report-bank = Bank file
page-report-bank-simulation = No bank file is made from a list that is SIMULASI. Have the law signed off and close the month first.
page-report-bank-wait = The bank file is made once the operator, the head and BKPSDM have signed the closing.
page-report-bank-unsigned = No bank file before the closing is signed by the operator, the head and BKPSDM. Not signed: { $units }.
page-report-bank-several = This month has supplements ({ $closings }). Choose the number of a closing, so that nobody is paid twice.
page-report-no-number = The number of a closing is a number such as 1. Choose it by a link of the payment list of the unit.
page-report-by-closing = This month is paid closing by closing, each once it is signed:
page-report-number = Closing number { $number }
page-report-bank-format = Format
page-report-bank-day = Day of payment
page-report-bank-batch = File number
page-report-bank-get = Download the bank file
page-report-bank-no-format = Choose a format of the list
page-report-bank-no-day = Write the day of payment, such as 05-11-2026
page-report-bank-no-batch = Write the number of the file, 1 to 999
page-report-bank-nobody = Nobody in this list is paid anything
page-report-bank-refused = The bank file cannot be made: { $why }
page-reports-nav = Reports
page-reports-show = Show
page-report-about-payments = Who is paid how much, from the TPP before cuts to what is received, with account numbers.
page-report-about-thr = THR that is paid in this month.
page-report-about-gaji-13 = The 13th allowance that is paid in this month.
page-report-about-leave-balances = What is left of everybody's annual leave.
page-report-about-recap = Sums by unit.
page-report-about-slip = Your statement line by line, to the day and the article.
page-report-about-spj = Sums by account code for SPP-LS, with the statement of responsibility.
page-report-about-spj-tax = Tax to be paid in, by account code.
page-report-about-sipd = Budget and spending to be entered in SIPD.
page-report-about-sheet = Everybody, every day.
page-report-about-absences = Days missed, by cause.
page-report-about-year-card = Your twelve months on one sheet.
page-report-about-punctuality = Punctuality of units, without names.
page-slip-link = See the slip
