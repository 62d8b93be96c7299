# Jadwal giliran: peringatan, dan yang menghalangi tukar giliran.
roster-warning-short-rest = { $date }: istirahat sebelum giliran ini { $found } menit, paling sedikit { $limit } menit.
roster-warning-days-in-a-row = Sejak { $date } bekerja { $found } hari berturut-turut, paling banyak { $limit }.
roster-warning-week-over = Minggu mulai { $date }: { $found } menit kerja, menurut aturan { $limit } menit.
roster-warning-uncovered-shift = { $date }: { $found } petugas pada giliran ini, paling sedikit { $limit }.
roster-warning-holiday-unstaffed = { $date }: hari libur tanpa petugas; unit ini tetap bertugas.

roster-swap-past = { $date } sudah lewat.
roster-swap-closed = Bulan dari { $date } sudah ditutup untuk pembayaran.
roster-swap-away = Salah satu sedang cuti atau dinas pada { $date }.
roster-swap-pattern = Pada { $date } kalian berdua tidak bergilir menurut jadwal yang sama di SKPD yang sama.
roster-swap-same = Pada { $date } giliran kalian sama.
roster-swap-changed = Giliran pada { $date } sudah berubah sejak diminta. Ajukan lagi.
