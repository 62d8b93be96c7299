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
page-closing-net = To be paid
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
page-closings-net = To be paid (Rp)
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
