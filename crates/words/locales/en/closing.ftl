### Closing a month, what if, and the shadow month.

# What stands in the way, by its code
closing-check-month-not-over = The month is not over
closing-check-undecided-requests = Requests that nobody has decided
closing-check-quarantine = Scan lines in quarantine
closing-check-stale-days = Days to be computed again
closing-check-law-silent = People for whom the law is silent
closing-check-law-unverified = People whose law nobody has vouched for
closing-check-results-missing = People without results of work
closing-check-paid-while-tugas-belajar = Paid in full while on study by order
closing-check-paid-while-cuti-besar = Paid in full while on long leave
closing-check-paid-while-cltn = Paid in full while on leave outside the dependants of the state
closing-check-paid-out-of-service = Paid for days out of service
closing-check-paid-twice = Paid by another unit for this month already
closing-check-sanction-without-effect = A sanction in force that cuts nothing
closing-check-absent-without-cut = Absent without a reason, and nothing cut
closing-check-shared-pin = One PIN for more than one person
closing-check-moved-in-month = Changed units within the month
closing-check-unknown-pins = PINs nobody has
closing-check-silent-terminals = Silent terminals

# How much it stands in the way
closing-weight-blocks = blocks
closing-weight-acknowledge = needs a reason
closing-weight-warns = to be known

# How it stands
closing-state-open = Not closed
closing-state-closed = Closed
closing-state-signed = Closed and signed
closing-state-reopened = Reopened

# Kinds of closings
closing-kind-main = closing
closing-kind-supplement = supplement

# Why it came out otherwise
closing-cause-facts = facts that became known late
closing-cause-law = law that became known late (rapel)
closing-cause-rest-of-month = days paid before they came are known now
closing-cause-moved = moved out of this unit, or serves no more
closing-cause-joined = came to this unit
closing-cause-engine = another version of the program
closing-cause-claim-withdrawn = a claim that asked it back was withdrawn
closing-cause-claimed = what is claimed back already is left out
closing-mistake-closed = { $month } of { $skpd } is closed (number { $number }); what differs since goes into a supplement
closing-mistake-nobody = nobody's { $month } belongs to { $skpd }; there is nothing to close
closing-mistake-closed-meanwhile = { $month } of { $skpd } was closed by somebody else a moment ago; look at it first
closing-mistake-signed-meanwhile = it was signed or opened again a moment ago; look at it first
closing-mistake-other-digest = the digest of the closing begins with { $digest }; look at the closing and sign what it shows
closing-mistake-signed-already = this person has signed it; each signature is somebody else's
closing-mistake-no-person = this account names no employee; link it to the NIP of who signs
closing-mistake-no-signer = name the NIP of who signed on paper
closing-mistake-other-desk = { $nip } does not hold the post that signs next; fill the post or name its holder
closing-mistake-no-reason = write down why it is opened again
closing-mistake-reason-too-long = a reason has at most { $most } letters
closing-mistake-paid-out = the bank's file of this month was taken on { $date }; what came out otherwise goes into a supplement
closing-mistake-claimed = overpayment number { $claims } rests on this closing; withdraw it first, or make a supplement

# Figures
closing-figure-gross = Tpp before cuts
closing-figure-cut = cut

# Sentences
closing-title = Closing of the month
closing-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
closing-ready = Ready to be closed
closing-hindered = Cannot be closed yet; nothing was kept
closing-number = Closing number { $number }
closing-in-place-of = in place of number { $number }
closing-supplement-to = Supplement number { $number } to number { $main }
closing-digest = Digest
closing-by = by { $who }, { $at }
closing-closed-by = closed by { $who }, { $at }
closing-reopened-by = reopened by { $who }, { $at }
closing-counts-until = counted until { $on }; days after it are taken as worked in full
closing-total = Tpp { $gross }, after cuts for absence { $net }
closing-signed-by = Signed by { $name }, NIP { $nip }, { $at }
closing-waits-for = Waits for a signature: { $desk }
closing-drift = { $count ->
    [one] { $count } person
   *[other] { $count } people
} would come out otherwise now
closing-nothing = Nothing came out otherwise since it was closed
closing-reopened-number = Closing number { $number } was reopened: { $reason }
closing-closed-now = Closed under number { $number }
closing-supplemented = Supplement number { $number } to number { $main }
closing-next-signer = Next: { $desk }
closing-all-signed = All have signed

# What if
what-if-title = What if
what-if-changed = { $changed } of { $people } people come out otherwise
what-if-before = As it stands
what-if-after = Would be
what-if-difference = Difference
what-if-skpd = Unit
what-if-people = People
what-if-gain = More
what-if-lose = Less
what-if-silent = That law is silent for { $count ->
    [one] { $count } person
   *[other] { $count } people
}; they are not added up
what-if-facts-changed = For { $count ->
    [one] { $count } person
   *[other] { $count } people
} something became known since the month was closed

# The shadow month
shadow-title = Shadow month
shadow-same = { $same } of { $rows } rows agree
shadow-cause = Cause
shadow-people = People
shadow-amount = Rupiah
shadow-theirs = Old system
shadow-ours = Here
shadow-difference = Difference
shadow-days = days { $days }

# Causes of differences, by their code
shadow-cause-unknown-here = Not known or not paid here
shadow-cause-unknown-there = Not in the old file
shadow-cause-law-silent = The law here is silent
shadow-cause-class-amount = Another Tpp before cuts
shadow-cause-leave-unknown-there = Leave or duty that the old system does not know
shadow-cause-absent-days = Days absent differ
shadow-cause-late-minutes = Minutes late differ
shadow-cause-performance-missing = No results of work are known here
shadow-cause-presence-share = Another rate or base of presence
shadow-cause-rounding = Rounding
shadow-cause-unexplained = Not explained

# The page of a shadow month
shadow-page-title = Compare a file of the old system
shadow-page-explained = What the old system paid is held against what is computed here, person by person, with the cause. The file is not kept; only that this was done is.
shadow-page-file = XLSX or CSV file
shadow-page-file-hint = Columns nip, then tpp_setelah_potongan (before tax and premium) or dibayar (what was transferred), or both. If given also tpp, potongan (presence and work), pph21, bpjs, potongan_lain, pengembalian, tk, terlambat. At most 5 MB.
shadow-page-compare = Compare
shadow-page-xlsx = Compare, get all as XLSX
shadow-page-none = Choose the file to compare.
shadow-page-large = The file is larger than 5 MB. Cut it into several.
shadow-page-refused = It cannot be compared: { $why }
shadow-page-bad = Rows that could not be read
shadow-page-bad-row = Row { $line }, column { $column }: { $reason }
shadow-page-more-bad = and { $count } more rows
shadow-page-ignored = Columns passed over
shadow-page-same = Nothing differs.
shadow-page-totals = By cause
shadow-page-people = Person by person
shadow-page-more = and { $count } more people; all of them are in the XLSX

# The shadow month: which figure is compared, causes between the Tpp and what is handed out, bad rows
shadow-step = Figure
shadow-step-after-cuts = TPP after cuts
shadow-step-received = Received
shadow-cause-after-cuts = Another TPP after cuts
shadow-cause-deductions-follow = Tax and premium follow the other TPP
shadow-cause-premium = Another BPJS Kesehatan premium
shadow-cause-tax = Another tax (PPh 21)
shadow-cause-agreed = Other agreed deductions
shadow-cause-repayment = Another repayment of what was overpaid
shadow-cause-added = Another TPP for acting posts
shadow-both = (old system { $theirs }, here { $ours })
shadow-page-unit = Unit
shadow-elsewhere = { $count ->
    [one] { $count } row of another unit was passed over
   *[other] { $count } rows of other units were passed over
}
shadow-fault-nip-rounded = a spreadsheet made a number of this NIP; format the column as text and enter the NIP again
shadow-fault-nip-length = a NIP has 18 digits, here are { $count }; format the column as text and complete it
shadow-fault-nip-wrong = "{ $text }" is no NIP; copy it from the decree
shadow-fault-twice = this person stands further up already; add both up in one row
shadow-fault-no-amount = "{ $text }" is no amount in whole rupiah; write it as 3816178
shadow-fault-too-much = "{ $text }" is more than any allowance; check it
shadow-fault-no-number = "{ $text }" is no whole number; write it as 2
shadow-fault-no-figure = no amount stands in this row; fill it in, or leave the row out

# A file that is of no use as a table
table-empty = The file is empty; export it again.
table-too-large = The file is larger than 20 MB; divide it into several.
table-old-workbook = The file is an old workbook or has a password; save it as .xlsx without a password, or as CSV.
table-no-workbook = The file is no workbook; save it as .xlsx.
table-no-rows = The file has no rows; the first must name the columns.
table-too-many-rows = The file has more than 200,000 rows; divide it into several.
table-unfolds = The workbook is too large; divide it into several.
table-broken = The workbook cannot be read ({ $why }); save it again as .xlsx, or as CSV.
table-no-sheet = There is no sheet "{ $sheet }", but: { $here }.
table-endless-cell = Row { $row }: the cell "{ $begin }…" has no end; close its quotation mark, or shorten it.
table-no-text = The file is no text; save it as CSV (UTF-8), or as .xlsx.
table-no-column = There is no column { $column }. Name the columns in the row of headings. Known: { $known }. Here: { $here }.
table-two-columns = Two columns mean { $column }; keep one of them.
table-no-headings = Row { $row } is empty; correct header_row in the mapping.
table-two-named = Two columns of row { $row } are called "{ $column }"; keep one of them.
table-none-named = Row { $row } has no column "{ $column }", as the mapping says, but: { $here }.
