# Jadwal giliran: peringatan, dan yang menghalangi tukar giliran.
roster-warning-short-rest = { $date }: istirahat sebelum giliran ini { $found }, paling sedikit { $limit }.
roster-warning-days-in-a-row = Sejak { $date } bekerja { $found } hari berturut-turut, paling banyak { $limit }.
roster-warning-week-over = Minggu mulai { $date }: { $found } kerja, menurut aturan { $limit }.
roster-warning-uncovered-shift = Giliran { $letter } kurang dari { $limit } petugas pada { $count } hari: tanggal { $days }.
roster-warning-holiday-unstaffed = { $date }: hari libur tanpa petugas; unit ini tetap bertugas.

roster-swap-past = { $date } sudah lewat.
roster-swap-closed = Bulan dari { $date } sudah ditutup untuk pembayaran.
roster-swap-away = Salah satu sedang cuti atau dinas pada { $date }.
roster-swap-pattern = Pada { $date } kalian berdua tidak bergilir menurut jadwal yang sama di SKPD yang sama.
roster-swap-same = Pada { $date } giliran kalian sama.
roster-swap-changed = Giliran pada { $date } sudah berubah sejak diminta. Ajukan lagi.

roster-title = Jadwal giliran
roster-title-of = { $count ->
   *[other] Jadwal giliran { $count } orang
}
roster-nobody = Tidak ada yang bekerja dengan giliran di unit ini pada bulan ini. Pola kerja dengan giliran dicatat BKPSDM pada data pegawai.
roster-warnings = Perlu dilihat
roster-warnings-more = { $count ->
   *[other] dan { $count } lagi
}
roster-in-cycle = { $schedule }, putaran bergeser { $days } hari
roster-pattern-shift = { $letter } { $starts }–{ $ends }
roster-pattern-shift-over-night = { $letter } { $starts } sampai { $ends } hari berikutnya
roster-legend = Tebal: diberikan di sini. Tidak tebal: menurut putaran pola. - libur, ◇ cuti atau dinas, ! perlu dilihat
roster-give-title = Beri giliran
roster-give-explained = Centang orangnya pada tabel, lalu tulis gilirannya. Semua disimpan, atau tidak sama sekali.
roster-from = Dari tanggal
roster-until = Sampai tanggal
roster-turns = Giliran
roster-turns-hint = Satu huruf untuk setiap hari, atau beberapa yang diulang: P P S S M M - - untuk tiga giliran, D - - untuk 24 jam kerja dan 48 jam lepas. L atau - libur, = kembali ke putaran pola.
roster-shift = Geser untuk orang berikutnya
roster-shift-hint = Berapa giliran lebih maju setiap orang, menurut urutan NIP. Kosong: semua sama.
roster-give = Simpan giliran
roster-given = { $count ->
    [0] Tidak ada yang berubah; giliran itu sudah tercatat.
   *[other] { $count } giliran disimpan.
}
roster-day-bad = Tulis tanggal dalam bulan ini, misalnya 7.
roster-day-order = Tanggal terakhir sebelum tanggal pertama. Tukar keduanya.
roster-turns-bad = Tulis huruf giliran dengan spasi di antaranya, misalnya P P S S M M - -
roster-shift-bad = Tulis angka 0 sampai 99, atau kosongkan.
roster-nobody-chosen = Centang paling sedikit satu orang pada tabel.
roster-bad-turn = { $nip }, { $date }: { $reason }
roster-bad-row = Baris { $line }, kolom { $column }: { $reason }
roster-paste-title = Tempel jadwal dari lembar kerja
roster-pasted = Isi CSV
roster-pasted-hint = Baris pertama judul kolom: nip;1;2;3 dan seterusnya. Sel kosong tidak mengubah apa-apa.
roster-pasted-bad = Jadwal tidak dapat dibaca. Mulai dengan baris judul nip;1;2;3.
roster-paste = Simpan jadwal
