### Permohonan dan keputusan.


# Navigasi
request-nav = Permohonan
request-decisions-nav = Keputusan
request-waits = { $count } menunggu

# Tentang satu permohonan
request-kind-outage = gangguan mesin seluruh unit
request-kind-swap = tukar giliran
request-kind-correction = koreksi waktu
request-there-between = datang { $came }, pulang { $left }
request-there-at = ada di tempat pukul { $time }
request-swap-with = dengan { $name }
request-swap-day = Giliran { $date }
request-outage-rows = { $count } hari pegawai menurut daftar
request-leave-days = { $count } hari kerja
request-leave-hours = pukul { $from } sampai { $until }
request-place = Tempat
request-letter = Surat
request-stage-asked = menunggu keputusan
request-stage-forwarded = diteruskan, menunggu keputusan
request-stage-appealed = keberatan, menunggu BKPSDM
request-stage-granted = disetujui
request-stage-refused = ditolak
request-stage-taken-back = ditarik kembali
request-waits-for = diputuskan oleh
request-due = paling lambat
request-due-past = lewat waktu, seharusnya
request-cause-terminal-down = Mesin rusak atau mati
request-cause-power-cut = Listrik padam
request-cause-finger-unread = Jari tidak terbaca
request-cause-forgot = Lupa scan
request-cause-elsewhere = Bekerja di tempat lain
request-cause-other = Sebab lain
request-desk-head = Kepala { $skpd }
request-desk-unit-head = Kepala { $unit }, { $skpd }
request-desk-operator = Operator { $skpd }
request-desk-person = orang yang ditunjuk
request-desk-sekda = Sekretaris Daerah
request-desk-bupati = Bupati
request-desk-bkpsdm = BKPSDM
request-picture = Foto
request-witnesses = Kata mesin unit ini
request-witness-down = { $terminal }, sekitar { $time }: tidak ada scan { $from }–{ $until }, biasanya { $usual }
request-witness-down-after = { $terminal }, sekitar { $time }: tidak ada scan lagi sesudah { $from }, biasanya { $usual }
request-witness-down-before = { $terminal }, sekitar { $time }: belum ada scan sampai { $until }, biasanya { $usual }
request-witness-down-all-day = { $terminal }, sekitar { $time }: tidak ada scan sepanjang hari, biasanya { $usual }
request-witness-worked = { $terminal }, sekitar { $time }: mesin bekerja, { $near } scan rekan, biasanya { $usual }
request-witness-nothing = { $terminal }, sekitar { $time }: tidak ada scan; pada jam itu memang jarang ada
request-witness-others = { $count } rekan meminta hal yang sama untuk hari ini
request-now = Sekarang
request-then = Bila disetujui
request-pay = TPP bulan itu
request-pay-same = TPP tidak berubah.
request-pay-unknown = Pengaruhnya pada TPP belum dapat dihitung.
request-no-change = Hari itu tidak berubah: yang diminta sudah dihitung, atau tidak memengaruhi putusannya.

# Permohonan saya
request-mine = Permohonan saya
request-mine-none = Anda belum meminta apa pun. Bila ada hari yang keliru, ajukan koreksinya di sini atau dari halaman Bulan saya.
request-new-correction = Ajukan koreksi waktu
request-shown = Ditampilkan { $count } yang pertama.
request-asked-for = Menunggu keputusan
request-correct-day = Perbaiki hari ini
request-vouched = dinyatakan benar oleh atasan
request-vouched-by = lihat keputusannya

# Formulir koreksi
request-correction = Koreksi waktu
request-correction-hint = Isi jam datang atau pulang yang tidak dicatat mesin, dan kosongkan yang sudah benar. Atasan Anda yang memutuskan. Scan dari mesin tidak pernah diubah; waktu yang disetujui dicatat di sampingnya.
request-day = Hari
request-date = Tanggal
request-time-came = Datang pukul
request-time-left = Pulang pukul
request-hint-came = Misalnya 07.25
request-hint-left = Misalnya 16.00
request-add-day = Tambah hari
request-cause = Mengapa mesin tidak mencatatnya?
request-reason = Apa yang terjadi?
request-reason-hint = Satu atau dua kalimat, paling banyak { $count } huruf
request-files = Bukti, bila ada
request-files-hint = Foto atau PDF, paling banyak { $count } berkas, masing-masing 5 MB. Tempat pengambilan foto dihapus dari berkasnya.
request-files-again = Pilih lagi berkasnya: peramban tidak menyimpan pilihan tadi.
request-files-shrunk = Foto diperkecil supaya cepat terkirim.
request-files-large = Ada berkas yang lebih dari 5 MB. Pilih yang lebih kecil.
request-send = Kirim permohonan
request-cancel = Batal

# Keputusan
request-decisions = Keputusan
request-decisions-none = Tidak ada yang menunggu keputusan Anda.
request-decisions-count = { $count } permohonan menunggu keputusan Anda, yang paling mendesak di atas.
request-decisions-shown = Ditampilkan { $count } yang pertama; yang lain menyusul setelah ini diputuskan.
request-grant = Setujui
request-refuse = Tolak
request-reason-refuse = Alasan, dibaca oleh pemohon
request-tick = Pilih
request-many = Putuskan yang dipilih
request-many-hint = Centang beberapa permohonan, lalu putuskan semuanya dengan satu alasan.
request-tick-all = Pilih semua
request-reason-many = Alasan untuk semua yang dipilih
request-grant-many = Setujui yang dipilih
request-refuse-many = Tolak yang dipilih
request-keys = Pintasan papan ketik
request-key-j = permohonan berikutnya
request-key-k = permohonan sebelumnya
request-key-s = setujui
request-key-t = tolak, lalu tulis alasannya
request-key-x = pilih atau batal pilih
request-key-help = buka atau tutup daftar ini

# Satu permohonan
request-one = Permohonan
request-asked-title = Yang diminta
request-see-day = lihat harinya
request-effect = Sebelum dan sesudah
request-came = datang
request-left = pulang
request-proofs = Bukti
request-decide = Putuskan
request-steps = Perjalanan
request-step-asked = diajukan
request-step-granted = disetujui
request-step-forwarded = disetujui dan diteruskan
request-step-refused = ditolak
request-step-appealed = keberatan kepada BKPSDM
request-step-taken-back = ditarik kembali
request-appeal = Ajukan keberatan
request-appeal-hint = Anda dapat meminta BKPSDM memutuskan, satu kali. Keputusannya berlaku.
request-appeal-reason = Apa yang terlewat dalam penolakan itu?
request-appeal-send = Kirim keberatan
request-take-back = Tarik kembali
request-take-back-hint = Permohonan ini berakhir tanpa keputusan. Anda dapat mengajukan yang baru.
request-undo-hint = Permohonan ini sudah disetujui. Bila ditarik kembali, harinya dinilai lagi seperti sebelumnya.
request-take-back-reason = Alasan, boleh kosong

# Yang baru terjadi
request-told-asked = Permohonan untuk { $count } hari sudah dikirim kepada { $desk }.
request-told-asked-due = Permohonan untuk { $count } hari sudah dikirim kepada { $desk }, diputuskan paling lambat { $due }.
request-told-granted = { $count } permohonan disetujui: { $who }. Harinya dinilai ulang.
request-told-forwarded = { $count } permohonan disetujui dan diteruskan kepada { $desk }: { $who }.
request-told-refused = { $count } permohonan ditolak: { $who }. Pemohon dapat membaca alasannya.
request-told-overtaken = { $count } permohonan tidak diputuskan, karena orang lain sudah memutuskannya atau pemohon menariknya: { $who }.
request-told-not-yours = { $count } permohonan tidak diputuskan, karena tidak menunggu keputusan Anda: { $who }.
request-told-oneself = { $count } permohonan tidak diputuskan, karena itu permohonan Anda sendiri: { $who }. Tidak seorang pun memutuskan untuk dirinya.
request-told-hindered = { $count } permohonan tidak dapat disetujui: { $who }. { $why }
request-told-unknown = { $count } permohonan tidak ditemukan: { $who }.
request-told-take-back = Permohonan ditarik kembali.
request-told-appeal = Keberatan sudah dikirim kepada BKPSDM.

# Yang keliru
request-mistake-date = Isi tanggal yang ada, misalnya 05-10-2026
request-mistake-time = Isi jam dan menit, misalnya 07.25
request-mistake-no-cause = Pilih mengapa mesin tidak mencatatnya
request-mistake-none-ticked = Centang dahulu permohonan yang hendak diputuskan
request-mistake-no-day = Isi paling sedikit satu hari
request-mistake-too-many-days = Ajukan paling banyak { $most } hari sekaligus, bukan { $count }
request-mistake-twice = Hari ini sudah ada di atas; isi datang dan pulangnya dalam satu baris
request-mistake-ahead = Hari ini belum tiba
request-mistake-too-long-ago = Hari ini terlalu lama; yang dapat dikoreksi mulai { $oldest }
request-mistake-leave-too-long-ago = Hari ini terlalu lama; cuti atau izin dapat diminta mulai { $oldest }
request-mistake-not-in-service = Pada hari ini Anda belum atau tidak lagi bertugas di sini
request-mistake-waits-already = Untuk hari ini sudah ada permohonan yang menunggu; tarik kembali dahulu bila keliru
request-mistake-asked-meanwhile = Permohonan untuk hari ini baru saja dikirim; lihat Permohonan saya
request-mistake-no-time = Isi jam datang, jam pulang, atau keduanya
request-mistake-backwards = Jam pulang harus sesudah jam datang
request-mistake-time-ahead = Jam ini belum tiba
request-mistake-no-reason = Tulis apa yang terjadi, cukup satu kalimat
request-mistake-reason-too-long = Persingkat alasannya menjadi paling banyak { $most } huruf
request-mistake-too-many-decisions = Putuskan paling banyak { $most } sekaligus, bukan { $count }
request-mistake-refusal-without-reason = Tulis alasan penolakan: apa yang kurang atau keliru
request-mistake-several-without-reason = Tulis satu alasan untuk semua yang dipilih
request-mistake-over = Permohonan ini sudah berakhir
request-mistake-decided-meanwhile = Permohonan ini baru saja diputuskan; baca keputusannya dahulu
request-mistake-not-refused = Keberatan hanya untuk permohonan yang ditolak
request-mistake-appealed-before = BKPSDM sudah memutuskannya; jalan berikutnya keberatan administratif di luar Abdi
request-mistake-appeal-without-reason = Tulis apa yang terlewat dalam penolakan itu
request-file-too-many = Pilih paling banyak { $most } berkas; beberapa halaman dapat menjadi satu PDF
request-file-empty = { $name } kosong; pilih lagi berkasnya
request-file-too-large = { $name } lebih dari 5 MB; pilih foto yang lebih kecil atau PDF dengan lebih sedikit halaman
request-file-other-kind = Isi { $name } bukan PDF, JPEG, atau PNG, apa pun namanya; pilih salah satu dari ketiganya
request-file-cut-off = { $name } terpotong di jalan; pilih lagi berkasnya
request-file-active = { $name } memuat program atau berkas lain; cetak dahulu menjadi PDF biasa
request-file-unreadable = { $name } tidak dapat dibaca sampai akhir; ambil lagi fotonya
request-mistake-turns-exchanged = Giliran sudah bertukar; minta rekan Anda menukarnya kembali
request-mistake-no-appeal-of-swap = Tidak seorang pun dapat dipaksa bertukar; ajak rekan lain
