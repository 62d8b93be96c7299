### Gangguan mesin seluruh unit, apel dan upacara, tukar giliran.

# Gangguan mesin
page-outage-title = Gangguan mesin seluruh unit
page-outage-link = Gangguan mesin
page-outage-lead = Bila mesin tidak dapat dipakai seluruh unit, satu keputusan menyelesaikan hari semua orang menurut daftar hadir kertas. Diperiksa dahulu; tidak ada yang berubah sebelum diputuskan.
page-outage-from = Hari pertama
page-outage-until = Hari terakhir
page-outage-until-hint = Kosongkan bila hanya satu hari
page-outage-cause-power-cut = Listrik padam
page-outage-cause-terminal-down = Mesin rusak, mati, atau dipinjam
page-outage-cause-elsewhere = Bekerja di tempat lain, misalnya karena banjir
page-outage-cause-other = Sebab lain
page-outage-list = Daftar hadir kertas
page-outage-list-hint = Satu baris untuk satu orang: NIP; datang; pulang. Bila lebih dari satu hari: NIP; tanggal; datang; pulang. Jam yang kosong mengikuti jadwal: cukup bila daftar hanya ditandatangani. Nama sesudahnya boleh ada. Dapat ditempel dari lembar kerja.
page-outage-fill = Isi dengan semua pegawai unit
page-outage-check = Periksa
page-outage-settles = Yang diselesaikan
page-outage-decides = Diputuskan oleh
page-outage-files = Foto daftar yang ditandatangani, dan foto kejadiannya
page-outage-send = Kirim untuk diputuskan
page-outage-known = Yang sudah diajukan unit ini
page-outage-until-first = Hari terakhir sebelum hari pertama; tukar keduanya
page-outage-too-long = Satu keputusan paling banyak { $most } hari; bagi menjadi beberapa
page-outage-no-photo = Lampirkan foto daftar yang ditandatangani
page-outage-again = Gangguan untuk hari-hari ini sudah pernah diajukan; lihat di bawah
page-outage-list-empty = Isi daftarnya, paling sedikit satu orang
page-outage-line-nip = Baris { $line }: mulai dengan NIP 18 angka
page-outage-line-date = Baris { $line }: sesudah NIP isi tanggalnya, misalnya 05-10-2026
page-outage-line-time = Baris { $line }: isi jam datang dan pulang, misalnya 07.25; 16.00, atau kosongkan
page-outage-fault-unreadable = Baris { $line }: tidak ada pegawai dengan NIP ini; periksa angkanya
page-outage-fault-other-day = Baris { $line }: { $date } di luar hari gangguan
page-outage-fault-not-in-service = Baris { $line }: orang ini tidak bertugas di unit ini pada { $date }; hapus barisnya
page-outage-fault-no-working-day = Baris { $line }: { $date } bukan hari kerja orang ini; hapus barisnya
page-outage-fault-no-hours = Baris { $line }: jam kerja hari itu tidak ada di map hukum
page-outage-fault-backwards = Baris { $line }: jam pulang harus sesudah jam datang
page-outage-fault-ahead = Baris { $line }: jamnya belum tiba
page-outage-fault-decides = Baris { $line }: orang ini yang memutuskan daftar ini, dan tidak seorang pun memutuskan untuk dirinya; hapus barisnya, dan minta ia mengajukan koreksi
page-outage-fault-twice = Baris { $line }: orang ini sudah ada untuk { $date }; hapus salah satu

# Apel dan upacara
page-event-title = Apel, upacara, dan kegiatan lain
page-event-link = Apel dan upacara
page-event-lead = Catat siapa yang hadir. Yang seharusnya hadir dan tidak hadir dipotong menurut aturan; yang cuti, dinas, atau tidak bertugas pada jam itu tidak dihitung. Mencatat ulang menggantikan catatan sebelumnya.
page-event-no-rule = Di map hukum tidak ada aturan tentang apel atau upacara yang tidak diikuti, jadi tidak ada yang perlu dicatat.
page-event-kind = Kegiatan
page-event-from = Mulai pukul
page-event-from-hint = Misalnya 07.15; yang sudah scan sebelum jam ini dan belum pulang dihitung hadir
page-event-until = Sampai pukul
page-event-until-hint = Misalnya 07.45
page-event-letter = Surat atau daftar yang menjadi dasar
page-event-letter-hint = Nomor undangan, atau nama daftar hadirnya
page-event-terminals = Hadir bila scan pada mesin ini
page-event-list = Hadir menurut daftar
page-event-list-hint = Satu NIP sebaris; yang sesudahnya pada baris itu dilewati. Boleh dikosongkan, lalu centang sesudah diperiksa.
page-event-check = Periksa siapa yang hadir
page-event-expected = Seharusnya hadir
page-event-present = Hadir
page-event-missed = Tidak hadir
page-event-tick = Tidak hadir menurut mesin dan daftar. Centang yang ternyata hadir.
page-event-nearest = scan terdekat pukul
page-event-no-scan = tidak ada scan hari itu
page-event-cost = dipotong
page-event-record = Catat
page-event-told = Tercatat: { $expected } seharusnya hadir, { $present } hadir, { $missed } tidak hadir.
page-event-known = Tercatat pada
page-event-times = dicatat { $count } kali, yang terakhir berlaku
page-event-no-kind = Pilih kegiatannya
page-event-unknown = Tidak ada pegawai dengan NIP { $nips }; periksa angkanya
page-event-fault-backwards = Jam selesai harus sesudah jam mulai
page-event-fault-ahead = Kegiatan ini belum selesai; catat sesudahnya
page-event-fault-no-letter = Sebutkan surat atau daftarnya
page-event-fault-unknown-kind = Tidak ada aturan tentang kegiatan ini; pilih yang lain

# Tukar giliran
page-swap-title = Tukar giliran
page-swap-lead = Pilih rekan, lalu hari yang ditukar. Rekan Anda menyetujui dahulu, lalu atasan memutuskan. Sebelum itu giliran tidak berubah.
page-swap-nobody = Tidak ada rekan untuk bertukar: Anda tidak bekerja dengan giliran, atau tidak ada rekan satu unit dengan pola yang sama pada bulan ini.
page-swap-with = Rekan
page-swap-show = Lihat gilirannya
page-swap-no-days = Pada sisa bulan ini giliran kalian sama setiap hari. Pilih bulan atau rekan lain.
page-swap-days = Hari yang ditukar, paling banyak { $count }
page-swap-mine = Anda
page-swap-off = libur
page-swap-reason = Mengapa?
page-swap-check = Periksa
page-swap-clear = Tidak ada yang menghalangi. Permohonan belum dikirim.
page-swap-warned = Tidak menghalangi, tetapi perlu dilihat:
page-swap-send = Minta rekan menyetujui
page-swap-told = Permintaan tukar giliran sudah dikirim kepada rekan dengan NIP { $nip }. Sesudah ia setuju, atasan memutuskan.
page-swap-choose = Pilih rekan
page-swap-no-day = Centang paling sedikit satu hari
page-swap-too-many = Tukar paling banyak { $most } hari sekaligus
page-swap-no-reason = Tulis alasannya, cukup satu kalimat

# Dekat suatu jenjang disiplin
page-near-see = Lihat hari-harinya
page-near-unit = { $count } pegawai mendekati atau mencapai suatu jenjang disiplin tahun ini
