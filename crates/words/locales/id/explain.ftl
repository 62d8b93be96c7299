### Penjelasan satu hari, dari jadwal sampai pasal.

explain-schedule = Jadwal
explain-shift = { $starts } – { $ends } (scan dihitung { $opens } – { $closes })
explain-no-shift = tidak ada jadwal kerja pada hari ini
explain-scans = Scan
explain-no-scan = tidak ada scan pada hari ini
explain-terminal = mesin
explain-verdict = Putusan
explain-cuts = Potongan
explain-no-cut = tidak ada potongan untuk hari ini
explain-articles = Dasar

explain-use-arrived = dipakai sebagai scan masuk
explain-use-rest-out = dipakai sebagai scan keluar istirahat
explain-use-rest-in = dipakai sebagai scan kembali dari istirahat
explain-use-left = dipakai sebagai scan pulang
explain-use-between = tidak dipakai: di antara scan masuk dan scan pulang
explain-use-repeat = tidak dipakai: ulangan dalam waktu dekat
explain-use-outside-window = tidak dipakai: di luar waktu scan jadwal ini
explain-use-no-shift = tidak dipakai: tidak ada jadwal kerja
explain-use-day-before = tidak dipakai: milik jadwal hari sebelumnya
explain-use-day-after = tidak dipakai: milik jadwal hari sesudahnya

explain-verdict-present = hadir tepat waktu sampai selesai
explain-verdict-late = terlambat { $late } menit
explain-verdict-early = pulang { $early } menit lebih cepat
explain-verdict-late-early = terlambat { $late } menit dan pulang { $early } menit lebih cepat
explain-verdict-incomplete = scan tidak lengkap
explain-verdict-absent = tidak hadir tanpa keterangan
explain-verdict-leave = cuti
explain-verdict-duty = dinas
explain-verdict-wfa = bekerja dari tempat lain
explain-verdict-holiday = hari libur
explain-verdict-joint-leave = cuti bersama
explain-verdict-off = tidak ada jadwal kerja
explain-verdict-not-in-service = belum atau tidak lagi bertugas
explain-verdict-not-yet = hari ini belum selesai

explain-finding-no-in = tidak ada scan masuk
explain-finding-no-out = tidak ada scan pulang
explain-finding-no-rest = scan istirahat tidak lengkap
explain-finding-scan-on-day-off = ada scan pada hari tanpa jadwal
explain-finding-scan-during-excuse = ada scan pada hari cuti atau dinas; periksa mana yang benar
explain-finding-part-excused = sebagian jam kerja diganti cuti atau dinas
explain-finding-made-up = keterlambatan diganti pada hari yang sama
explain-finding-late-permitted = terlambat dengan izin
explain-finding-early-permitted = pulang cepat dengan izin
explain-finding-wfa-without-rule = bekerja dari tempat lain pada hari yang tidak diatur
explain-finding-scan-outside-window = ada scan di luar waktu scan jadwal ini
explain-finding-absent-by-minutes = jam kerja yang tidak dipenuhi melebihi batas, dihitung tidak hadir
explain-finding-running = hari ini belum selesai: scan yang menentukan masih dapat datang, belum ada yang dipotong
