### Paying: why a list may not be paid yet, and the notes below it.

payment-day-unfit = { $month } cannot be paid on { $day }. Give a day of payment from { $first } to { $last }.
payment-open-not-closed = the month is not closed
payment-open-law-unverified = part of the law on the TPP is not signed off
payment-open-month-not-over = the month is not over
payment-open-productivity-missing = the results of work are not entered
payment-open-law-silent = the law does not give an amount that is needed
payment-open-payout-law = part of the law on paying out (premium, tax, deductions) is not signed off
payment-note-reason = Not to be paid yet: { $what } ({ $people ->
    [one] { $people } person
   *[other] { $people } people
})
payment-note-person = { $name } (NIP { $nip }): { $what }
payment-note-more = … and { $people } more
payment-note-owed = { $people ->
        [one] One person owes
       *[other] { $people } people owe
    } { $amount }. No bank takes it: record it as a claim.
payment-note-no-account = { $people ->
    [one] { $people } person who is paid has
   *[other] { $people } people who are paid have
} no account number yet
payment-note-elsewhere = { $name } (NIP { $nip }) is not in this list: this month is paid by { $skpd }
payment-note-employer = Paid by the employer beside this sum: { $amount }
payment-note-extra = Worked out from the TPP of { $month }, by the law of { $day }
payment-note-without-extra-not-entitled = Not entitled by kind of employment: { $people } people
payment-note-without-extra-excluded = Not entitled by their status (such as unpaid leave): { $people } people
payment-note-without-left-service = No longer in service on the day of payment: { $people } people
payment-note-sptjm = What is answered for without reserve (SPTJM), { $month }: { $people ->
    [one] { $people } person
   *[other] { $people } people
}, TPP after cuts for absence { $gross }, BPJS, tax and other deductions { $deduction }, paid { $net }
payment-line-part = TPP of class { $class }, share { $factor }, part of the month { $portion }
payment-line-less = { $what } ({ $already })
payment-sign-bkpsdm = Head of BKPSDM
payment-sign-sekda = Regional secretary
payment-sign-plt = Plt. { $post }
payment-sign-plh = Plh. { $post }
