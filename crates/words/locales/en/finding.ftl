### Findings.

finding-no-schedule = there is no schedule
finding-law-missing = the law is missing: { $title }
finding-terminal-silent = This unit's terminal is silent since { $since }; scans may not have arrived.
finding-punch-on-day-off = There is a scan on a day without duty.
finding-quarantine = A punch of this day is in quarantine.
finding-law-conflict = The regency's and the national rule differ: { $what }
finding-count-no-scan-out = { $count } without a scan out
finding-count-no-scan-in = { $count } without a scan in
finding-count-absent = { $count ->
    [one] { $count } absence without reason
   *[other] { $count } absences without reason
}
finding-count-unknown-pin = { $count ->
    [one] { $count } unknown PIN
   *[other] { $count } unknown PINs
}
finding-count-quarantine = { $count ->
    [one] { $count } punch in quarantine
   *[other] { $count } punches in quarantine
}
finding-terminal-silent-since = 1 terminal silent since { $since }
