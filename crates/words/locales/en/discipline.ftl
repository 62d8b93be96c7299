### Discipline: the count, the case and why something is refused, by code. The system counts and
### reminds; an officer decides.

# How heavy
discipline-level-ringan = light sanction
discipline-level-sedang = medium sanction
discipline-level-berat = heavy sanction

# Officers
discipline-capacity-presiden = the President
discipline-capacity-ppk = the appointing officer (Bupati)
discipline-capacity-jpt-pratama = high leader, second class
discipline-capacity-administrator = administrator
discipline-capacity-atasan-langsung = direct superior

# Post of the person examined
discipline-post-jpt-utama = highest leader
discipline-post-jpt-madya = high leader, first class
discipline-post-jpt-pratama = high leader, second class
discipline-post-administrator = administrator
discipline-post-pengawas = section supervisor
discipline-post-pelaksana = staff
discipline-post-fungsional = post by profession

# Team
discipline-team-none = examined by the direct superior, without a team
discipline-team-optional = a team may be formed
discipline-team-mandatory = a team must be formed

# What to know
discipline-alert-rung = { $days ->
    [one] { $days } day absent without a reason since 1 January: reached { $sanction } on { $date }
   *[other] { $days } days absent without a reason since 1 January: reached { $sanction } on { $date }
}
discipline-alert-cut-waits = The cut of 25 % waits for the government regulation on pay. The system does not cut by itself; what may be imposed: { $sanction }
discipline-alert-soon = { $days ->
    [one] { $days } more day absent without a reason reaches { $sanction }
   *[other] { $days } more days absent without a reason reach { $sanction }
}
discipline-alert-in-a-row = { $days } working days in a row absent without a reason, full on { $date }
discipline-alert-salary-stop = The salary is to be stopped from { $date } without waiting for the decision. The system does not stop it by itself: tell BKPSDM and the treasurer
discipline-alert-soon-in-a-row = { $days ->
    [one] { $days } more working day in a row and the salary is stopped and dismissal examined
   *[other] { $days } more working days in a row and the salary is stopped and dismissal examined
}
discipline-alert-run-crosses-year = { $days } days in a row if December counts too. Whether the year breaks them, an officer decides
discipline-alert-unknown-days = { $days ->
    [one] { $days } day is not known and not counted
   *[other] { $days } days are not known and not counted
}
discipline-alert-absent-by-minutes = { $days ->
    [one] { $days } day is absent by minutes only and not counted here
   *[other] { $days } days are absent by minutes only and not counted here
}

# Effect on the TPP
discipline-pay-by-regency = cut by the rule of the regency once the sanction is in effect and recorded
discipline-pay-waits = waits for another act; the system does not cut by itself
discipline-pay-no-rule = no rule of the regency; the system does not cut
discipline-pay-withdrawn = no longer cut: the decision was taken back and the person restored

# Where a case stands
discipline-stage-new = not opened
discipline-stage-raised = opened
discipline-stage-summoned = summoned
discipline-stage-first-missed = did not come to the first summons
discipline-stage-summoned-again = summoned a second time
discipline-stage-second-missed = did not come twice
discipline-stage-examined = examined
discipline-stage-found = proven
discipline-stage-nothing-proven = not proven, closed
discipline-stage-decided = sanction imposed
discipline-stage-not-there = not there at the hand-over
discipline-stage-sent = decision sent
discipline-stage-received = decision received
discipline-stage-in-effect = sanction in effect
discipline-stage-ended = sanction served
discipline-stage-cancelled = dropped
discipline-stage-rehabilitated = decision taken back, person restored

# Steps
discipline-step-raise = opening the case
discipline-step-summon-first = first summons
discipline-step-summon-second = second summons
discipline-step-form-team = forming a team
discipline-step-examine = examination
discipline-step-not-come = recording that the person did not come
discipline-step-find = finding
discipline-step-decide = imposing a sanction
discipline-step-hand-over = handing over the decision
discipline-step-not-there = recording that the person was not there
discipline-step-send = sending the decision
discipline-step-receive = recording the receipt
discipline-step-object = objection
discipline-step-answer = answering the objection
discipline-step-take-effect = the sanction takes effect
discipline-step-end = the sanction ends
discipline-step-cancel = dropping the case
discipline-step-rehabilitate = taking back the decision and restoring the person

# Deadlines
discipline-due-by = { $step } by { $date }
discipline-due-on = { $step } on { $date }
discipline-due-unknown = { $step }; no source gives a limit
discipline-late = { $step } was on { $date }, due by { $due }

# Objection
discipline-objection-none = no objection
discipline-objection-open = objection not yet answered
discipline-objection-answered = objection answered

# What the law here does not say
discipline-silent-summons = the time between summons and examination was not checked: no source gives it
discipline-silent-second-summons = the limit of the second summons was not checked: no source gives it
discipline-silent-team = whether a team is needed was not checked: no source says
discipline-silent-authority = the authority of the officer was not checked: no source gives it
discipline-silent-handover = the limit of the hand-over was not checked: no source gives it
discipline-silent-sending = the limit of the sending was not checked: no source gives it
discipline-silent-effect = the day of effect was not counted: no source gives it
discipline-silent-objection = the limit of the objection was not checked: no source gives it

# Refusals
discipline-refusal-not-now = This step is not due yet. Record the step before it first
discipline-refusal-case-ended = The case is over. Open another one
discipline-refusal-out-of-order = The day lies before the last event. Give the day on which it happened
discipline-refusal-no-absence = The case names no day absent. Name at least one
discipline-refusal-unknown-sanction = The ladder in force on the days absent has no such sanction
discipline-refusal-already-punished = All these days were punished in another case. A day is punished once (art. 35 (3))
discipline-refusal-summons-too-short = The examination is too soon after the summons. Set it on { $earliest } or later
discipline-refusal-examination-not-after-summons = The examination must come after the day of the summons
discipline-refusal-before-examination = The person is summoned for { $summoned }. Nothing can be recorded before
discipline-refusal-nobody-examines = Name who examines
discipline-refusal-examiner-is-person = Nobody examines the own case. Name somebody else
discipline-refusal-examiner-outside-team = An examiner is not of the team. Name its members
discipline-refusal-team-missing = A team must examine a breach of this level. Form it before the examination
discipline-refusal-not-the-heaviest = Of several breaches one is punished, the heaviest: { $heaviest }
discipline-refusal-cut-waits = The cut of 25 % cannot be imposed yet: it waits for the government regulation on pay (art. 42). Impose { $instead }
discipline-refusal-sanction-not-found = This sanction does not follow from what was found. Impose { $expected }
discipline-refusal-officer-not-authorised = This officer may not impose a sanction of this level on the holder of that post
discipline-refusal-decides-on-oneself = Nobody decides the own case. Another officer decides
discipline-refusal-too-early = On { $earliest } at the earliest. Record it on that day
discipline-refusal-no-open-objection = No objection waits for an answer. Record the objection first
discipline-refusal-objection-open = The objection before is not yet answered. Record its answer first
discipline-refusal-law-silent = The law on { $title } on { $date } is not in the law folder. Add it with its article
discipline-refusal-oneself = Nobody handles a case about themselves. Ask a colleague to handle it
discipline-refusal-in-future = That day has not come. Record what has happened
discipline-refusal-overtaken = Somebody has just recorded a step in this case. Look at it first, then record again if it is still needed
discipline-refusal-open-already = Case { $case } about these days is still open. Go on with that one
discipline-refusal-not-absent = { $date } is no day absent without a reason. Leave it out
discipline-refusal-rung-not-reached = That sanction takes { $needs } days absent, and { $days } are named. Choose a lower one
discipline-refusal-number-missing = Give the number of the letter
discipline-refusal-time-missing = Give the time of the examination
discipline-refusal-reason-missing = Give the reason
discipline-refusal-too-long = What was typed is too long. Shorten it; the rest is in the letter
discipline-refusal-law-changed = By the law folder as it is now, event { $place } would not be accepted. Set the law folder right before going on

# Letters
discipline-letter-panggilan-1 = First summons
discipline-letter-panggilan-2 = Second summons
discipline-letter-berita-acara-pemeriksaan = Minutes of the examination
discipline-letter-keputusan-hukuman-disiplin = Decision on the sanction
discipline-letter-laporan-hasil-pemeriksaan = Report on the examination
