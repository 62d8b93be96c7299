### Sentences inside printed letters, slips and lists. How letters are laid out is in content/letters.

letter-working-days = { $days } working days
letter-alleged = absent without a valid explanation
letter-alleged-on = absent without a valid explanation on { $days }
letter-finding = that { $name } was { $what }
letter-basis = that this is recorded in document number { $number }
letter-violation = { $what }, under { $article }
letter-point-months = This sanction runs for { $months } months.
letter-point-in-place-of = This sanction is imposed in place of { $sanction }, which waits for another regulation.
letter-point-effect = This decision takes effect as the rules on discipline say and is handed to the person.
letter-annual-leave = Annual leave { $year }
letter-lapses = can be used until { $date }
letter-blank-number = number of the letter
letter-blank-officer = officer who signs
letter-blank-article = legal basis
letter-blank-decision = the officer's decision
letter-outage-cause = { $cause } ({ $reason })
letter-outage-settled = { $date }: { $times }
letter-sptjm = Statement of absolute responsibility (SPTJM)
letter-download = Download PDF
letter-request = Letter of request (PDF)
letter-decision = Letter of decision (PDF)
letter-outage = Decision on the outage (PDF)
letter-title = Letters
