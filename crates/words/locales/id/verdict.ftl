### Putusan satu hari.

verdict-present = masuk dan pulang tepat waktu
verdict-late = terlambat { $minutes } menit
verdict-left-early = pulang { $minutes } menit lebih cepat
verdict-late-and-left-early = terlambat { $late } menit dan pulang { $early } menit lebih cepat
verdict-absent = tidak ada scan dan tidak ada keterangan
verdict-no-scan-in = tidak scan masuk
verdict-no-scan-out = tidak scan pulang
verdict-leave = cuti: { $kind }
verdict-duty = dinas luar
verdict-wfa = bekerja dari mana saja (WFA)
verdict-holiday = hari libur: { $name }
verdict-off = tidak ada jadwal kerja
verdict-ahead = hari ini belum selesai
verdict-incomplete = belum dapat dinilai: { $what }
