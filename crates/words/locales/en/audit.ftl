### The audit log: who did what.


# Page
page-audit-nav = Audit log
page-audit-hint = Every deed is recorded together with what it changed, and Abdi never edits the record. The newest comes first.
page-audit-search = Search NIP, PIN or serial number
page-audit-at = Time
page-audit-who = Who
page-audit-what = What
page-audit-about = About
page-audit-detail = Details
page-audit-newest = Newest
page-audit-older = Older

# Who, if no account
audit-who-program = Abdi itself
audit-who-visitor = a visitor not signed in
audit-who-terminal = terminal { $name }
audit-who-command-line = { $name }, by a command on the server
audit-who-command-line-nobody = an administrator, by a command on the server

# What, by the verb
audit-verb-access-put-account = created or changed an account
audit-verb-access-refuse-sign-in = was refused at sign-in
audit-verb-access-sign-in = signed in
audit-verb-access-sign-out = signed out
audit-verb-access-suspend-account = suspended an account
audit-verb-allowance-bank-file = took the bank file
audit-verb-allowance-close-month = closed a month
audit-verb-allowance-import-performance = imported results of work
audit-verb-allowance-import-shadow = compared with the old system
audit-verb-allowance-open-claim = opened a claim for money overpaid
audit-verb-allowance-receive-claim = recorded money paid back
audit-verb-allowance-withdraw-claim = withdrew a claim for money overpaid
audit-verb-allowance-reopen-month = reopened a month
audit-verb-allowance-sign-closing = signed a closing
audit-verb-allowance-supplement-month = froze a supplement
audit-verb-discipline-append-event = recorded a step of a discipline case
audit-verb-discipline-open-case = opened a discipline case
audit-verb-law-verify = signed off a value of the law
audit-verb-matter-ask-again = took a request back or appealed
audit-verb-matter-decide = decided a request
audit-verb-organisation-import-posts = imported who holds which post
audit-verb-organisation-register-skpds = registered units
audit-verb-person-import-details = imported details of people
audit-verb-person-import-people = imported people
audit-verb-presence-discard-quarantine = discarded a line in quarantine
audit-verb-presence-import-excuses = imported leave and duty
audit-verb-presence-import-occurrences = imported occurrences
audit-verb-presence-import-punches = imported a file of punches
audit-verb-presence-map-pins = tied PINs to people
audit-verb-presence-record-excuses = recorded leave and duty
audit-verb-presence-record-occurrences = recorded occurrences
audit-verb-presence-record-push = sent punches
audit-verb-presence-repair-quarantine = repaired a line in quarantine
audit-verb-presence-request-correction = asked for a corrected time
audit-verb-terminal-approve = approved a terminal
audit-verb-terminal-operation = told what was done to it
audit-verb-terminal-refuse = refused a terminal
audit-verb-terminal-suspend = suspended a terminal
audit-verb-leave-import-openings = imported opening leave balances
audit-verb-leave-request = asked for leave, duty or permission
audit-verb-allowance-put-performance = filled in predikat
audit-verb-roster-put = filled in a roster
audit-verb-roster-request-swap = asked to exchange turns
audit-verb-presence-request-outage = handed in the list of an outage
audit-verb-presence-record-event = recorded an apel or ceremony
audit-verb-message-choose = chose what messages are sent
audit-verb-jobs-ask = asked for a file
audit-verb-jobs-cancel = stopped the making of a file
audit-verb-jobs-end = finished a file
audit-verb-jobs-fetch = downloaded a file
audit-verb-jobs-forget = forgot old files
audit-verb-jobs-restart = marked files that were cut off
