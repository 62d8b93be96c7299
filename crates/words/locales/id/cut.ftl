### Sebab potongan.

cut-late = terlambat { $minutes } menit
cut-left-early = pulang { $minutes } menit lebih cepat
cut-absent = tanpa keterangan
cut-no-scan-in = tidak scan masuk
cut-no-scan-out = tidak scan pulang
cut-no-scan-break = tidak scan istirahat
cut-left-during-hours = keluar { $minutes } menit pada jam kerja
cut-missed-apel = tidak ikut apel
cut-leave = cuti: { $kind }
