### Rincian TPP.

statement-title = Rincian TPP
statement-gross = TPP bulan ini
statement-deduction = Jumlah potongan
statement-net = TPP dibayarkan
statement-class = kelas
statement-cuts = Potongan
statement-column-date = Tanggal
statement-column-code = Kode
statement-column-minutes = Menit
statement-column-rate = Tarif
statement-column-base = Dasar
statement-column-amount = Jumlah
statement-column-source = Aturan
statement-law-version = Versi aturan
statement-facts-digest = sidik fakta
statement-silent = Belum dapat dihitung
statement-silent-about = Belum dapat dihitung: tidak ada aturan "{ $what }" yang berlaku pada { $on }
statement-line-minutes = { $title } { $minutes } menit
statement-line-days = { $title }, dihitung bersama untuk { $days } hari
statement-line-minutes-days = { $title } { $minutes } menit, dihitung bersama untuk { $days } hari
statement-at-most = paling banyak
statement-given-back = dikembalikan
statement-open-law-unverified = Belum dapat dibayar: ada aturan yang belum disahkan
statement-open-month-not-over = Bulan ini belum selesai
statement-open-productivity-missing = Capaian produktivitas belum ada; dihitung penuh
statement-open-law-silent = Aturan belum lengkap
