### Temuan.

finding-no-schedule = jadwal belum ada
finding-law-missing = aturan belum ada: { $title }
finding-terminal-silent = Mesin unit ini diam sejak { $since }; scan mungkin belum terkirim.
finding-punch-on-day-off = Ada scan pada hari tanpa jadwal.
finding-quarantine = Ada scan di karantina untuk hari ini.
finding-law-conflict = Aturan daerah dan aturan nasional berbeda: { $what }
finding-count-no-scan-out = { $count } tanpa scan pulang
finding-count-no-scan-in = { $count } tanpa scan masuk
finding-count-absent = { $count } tanpa keterangan
finding-count-unknown-pin = { $count } PIN tak dikenal
finding-count-quarantine = { $count } scan di karantina
finding-terminal-silent-since = 1 mesin diam sejak { $since }
