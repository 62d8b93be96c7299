### Mengapa sebuah scan tidak dipakai.

reason-duplicate = scan ulang dalam waktu dekat
reason-between = di antara masuk dan pulang
reason-outside-window = di luar waktu scan jadwal ini
reason-day-off = tidak ada jadwal hari ini
reason-other-shift = dipakai untuk sif lain
reason-quarantine-before-2005 = tahunnya sebelum 2005: jam mesin kembali ke awal
reason-quarantine-future = lebih dari 24 jam di depan server
reason-quarantine-no-such-date = tanggal ini tidak ada
