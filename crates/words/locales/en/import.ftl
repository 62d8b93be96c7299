### Why a row of a file, or a turn of a roster, cannot be taken, and what to do. The column is said before it.

# What a cell holds.
import-empty = is empty; fill it in
import-control = holds control characters; type it again
import-too-long = is longer than { $letters } letters; shorten it
import-nip-rounded = the spreadsheet made the number { $text } of this NIP and lost its last digits; format the column as text and enter the NIP again
import-nip-digit = NIP has a character that is not a digit at byte { $position }
import-nip-length = NIP needs { $digits } digits but has { $count }; format the column as text
import-nip-birth = digits 1 to 8 of the NIP are not a birth date
import-nip-young = digits 9 to 14 of the NIP appoint a person younger than 18; check both dates
import-nip-sex = digit 15 of the NIP must be 1 (man) or 2 (woman)
import-nip-sequence = digits 16 to 18 of the NIP must not be 000
import-nip-unknown = nobody carries the NIP { $nip }; check the digits, or import the person first
import-nip-nobody = nobody carries { $nip }
import-date = "{ $text }" is not a date; write it as 2026-10-05 or 05/10/2026
import-date-none = there is no date "{ $text }", read as { $order }
import-order-year-first = year, month, day
import-order-day-first = day, month, year
import-date-year = the year { $year } cannot be meant; check it
import-date-ahead = { $date } lies in the future; record what has happened
import-time = "{ $text }" is not a time of day; write it as 07:30
import-yes-no = "{ $text }" is neither yes nor no; write ya or tidak
import-number = "{ $text }" is not a number; write digits only
import-rate = "{ $text }" is not a share; write it as 0.5% (at most 4 decimals) or 1/22
import-factor = "{ $text }" is not a share; write it as 80%, 0.8 or 4/5
import-factor-unclear = "{ $text }" can be read in two ways; write it with a sign, as 80%
import-factor-large = "{ $text }" is more than twice the Tpp; check it
import-percent = "{ $text }" is not a percentage; write it as 95.5
import-percent-negative = "{ $text }" is negative; the percentage lies between 0 and 100
import-percent-decimals = "{ $text }" has more than two decimals; round it
import-percent-over = "{ $text }" is over 100; the percentage lies between 0 and 100
import-percent-unclear = "{ $text }" can be a share or a percentage; write the percentage with its sign, as 95%
import-code = "{ $text }" is no code; use at most 40 letters, digits and hyphens
import-name = "{ $text }" cannot be a { $what }; use 1 to 64 letters, digits or any of { $extra }
import-what-skpd-code = skpd code
import-what-schedule = schedule
import-what-employment-kind = employment kind
import-word = "{ $text }" is not a known { $what }; use one of { $known }

# What stands beside it.
import-person-in-line = this person stands in line { $line } already
import-person-in-row = this person stands in row { $line } already
import-row-twice = has a row already; keep one of them
import-ends-early = ends on { $until }, before it begins on { $from }
import-ends-before = ends before it begins; check both days

# How people worked.
import-no-result = the row has no result; fill it in
import-predikat = "{ $text }" is no predikat; write one of: { $known }
import-predikat-other = the file says { $said }, but hasil and perilaku make { $made }; check both
import-expectation = "{ $text }" is no expectation; write di atas, sesuai or di bawah ekspektasi
import-oneself = is yourself; leave the row out, and let somebody else enter it
import-heads-unit = heads the unit; leave the row out, and let BKPSDM enter it
import-other-unit = serves in another unit; leave the row out

# Turns.
import-no-such-day = { $month } has no day { $day }; leave the cell empty
import-not-in-service = is not in service in { $skpd } on { $date }
import-closed = { $month } is closed for payment; have it reopened first
import-own-past = { $date } is past, and nobody changes a past day of his own
import-no-shifts = { $schedule } has no shifts to choose; change the schedule
import-shift = "{ $text }" is no shift; write { $known }, or L for off
import-turn = "{ $text }" is no turn; write the letter of a shift, or - for a day off

# People.
import-nip-in-line = this NIP stands in line { $line } with the same first day
import-two-people = both NIPs are known, as two people; leave the former one out
import-former-new = the former NIP is new in this file; import it first
import-former-nobody = nobody carries this NIP; check the digits
import-class = "{ $text }" is no kelas jabatan; it lies between 1 and 17
import-tpp-reason = the law does not say what "{ $text }" leaves of the Tpp; give a factor, or tpp no, or one of: { $known }
import-schedule = the law has no schedule "{ $text }"; use one of: { $known }
import-cycle-place = "{ $text }" is no place in a cycle; write a number of days
import-pin = "{ $text }" is no PIN of a terminal; if a spreadsheet made it out of a number, format the column as text
import-pin-none = the line has no PIN
import-pin-long = the PIN is longer than { $bytes } bytes
import-pin-unreadable = the PIN holds characters other than printable ASCII
import-pin-taken = PIN { $pin } of group { $group } belongs to { $nip }, who is in service

# What paying needs to know of people.
import-said-in-line = line { $line } says it of this person and day already
import-says-nothing = the row says nothing of this person; fill it in
import-law-silent = no value of "{ $what }" is in force on { $on }; add it to the law folder with its act and article
import-family = "{ $text }" is no family status; write one of: { $known }
import-agreed = the law knows no deduction "{ $text }"; write one of: { $known }
import-golongan = "{ $text }" is no golongan; write it as III/b, or IX of a PPPK
import-email = "{ $text }" is no e-mail address; write it as nama@contoh.go.id
import-amount = "{ $text }" is no amount; write whole rupiah, as 3500000
import-amount-large = "{ $text }" is more than a person is paid in a month; check it
import-account-rounded = the spreadsheet made a number of this account and lost its last digits; format the column as text and enter it again
import-account-digits = an account number has digits only; check it
import-account-length = the account number has { $count } digits; it should have { $min } to { $max }
import-much = "{ $text }" is no amount; write a share (2,5%), rupiah (50000), or usulan
import-much-large = "{ $text }" is more than everything; check the comma
import-acting = "{ $text }" is no way to act; write plt or plh
import-level = "{ $text }" is no level; write lebih tinggi, setingkat or lebih rendah

# Leave, duty, and what happened.
import-excuse = "{ $text }" is no kind of leave or duty; use one of { $known }
import-excuse-reason = an excuse needs a reason; name the letter
import-kind-spelling = write the kind as "{ $code }", not "{ $text }"
import-both-times = give both times, or none for the whole day
import-times-backwards = the time it ends must come after the time it begins
import-lasts = lasts { $days } days; check the years
import-overlaps = overlaps { $kind } from { $from } to { $until }, which is recorded; leave the row out, or have that taken back first
import-overlaps-line = overlaps { $kind } from { $from } to { $until } of line { $line }; keep one
import-changes-closed = { $months } is closed; what this changes becomes a supplement (month supplement)
import-beyond-balance = { $days } working days more than are left of annual leave in { $year }; look at the days, or import what was left (leave opening)
import-year = "{ $text }" is no year; write it with four digits, 2026
import-days-left = "{ $text }" is no number of days left; write 0 to { $max }
import-occurrence = "{ $text }" is no occurrence; write missed:apel, away or sanction:teguran-lisan
import-occurrence-reason = an occurrence needs a reason; name the document
import-occurrence-amount = for { $code } the amount lies between 1 and { $max }, not { $amount }
import-code-spelling = write the code as "{ $code }", not "{ $text }"
import-minutes = say how many minutes

# Posts.
import-desk = give the organisation, and the unit if it is a unit's head; or "sekda", "bupati" or, of an organisation, "bendahara" in the column kedudukan
import-capacity = "{ $text }" is no way to hold a post; write definitif, plt or plh
