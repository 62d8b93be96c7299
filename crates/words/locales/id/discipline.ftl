### Disiplin: hitungan, perkara, dan alasan penolakan, menurut kodenya. Sistem menghitung dan
### mengingatkan; pejabat yang memutuskan.

# Tingkat hukuman
discipline-level-ringan = hukuman ringan
discipline-level-sedang = hukuman sedang
discipline-level-berat = hukuman berat

# Pejabat
discipline-capacity-presiden = Presiden
discipline-capacity-ppk = pejabat pembina kepegawaian (Bupati)
discipline-capacity-jpt-pratama = pimpinan tinggi pratama
discipline-capacity-administrator = administrator
discipline-capacity-atasan-langsung = atasan langsung

# Jabatan orang yang diperiksa
discipline-post-jpt-utama = pimpinan tinggi utama
discipline-post-jpt-madya = pimpinan tinggi madya
discipline-post-jpt-pratama = pimpinan tinggi pratama
discipline-post-administrator = administrator
discipline-post-pengawas = pengawas
discipline-post-pelaksana = pelaksana
discipline-post-fungsional = jabatan fungsional

# Tim pemeriksa
discipline-team-none = diperiksa atasan langsung, tanpa tim
discipline-team-optional = tim boleh dibentuk
discipline-team-mandatory = tim wajib dibentuk

# Yang perlu diketahui
discipline-alert-rung = { $days } hari tidak masuk tanpa keterangan sejak 1 Januari: mencapai { $sanction } pada { $date }
discipline-alert-cut-waits = Potongan 25 % menunggu peraturan pemerintah tentang gaji dan tunjangan. Sistem tidak memotong sendiri; yang dapat dijatuhkan: { $sanction }
discipline-alert-soon = { $days } hari lagi tidak masuk tanpa keterangan mencapai { $sanction }
discipline-alert-in-a-row = { $days } hari kerja berturut-turut tidak masuk tanpa keterangan, penuh pada { $date }
discipline-alert-salary-stop = Gaji dihentikan mulai { $date } tanpa menunggu keputusan. Sistem tidak menghentikannya sendiri: beri tahu BKPSDM dan bendahara
discipline-alert-soon-in-a-row = { $days } hari kerja lagi berturut-turut, gaji dihentikan dan pemberhentian diperiksa
discipline-alert-run-crosses-year = { $days } hari berturut-turut bila Desember ikut dihitung. Apakah tahun memutusnya, pejabat yang menentukan
discipline-alert-unknown-days = { $days } hari belum diketahui dan tidak dihitung
discipline-alert-absent-by-minutes = { $days } hari dianggap tidak masuk hanya karena menit dan tidak dihitung di sini

# Akibat atas TPP
discipline-pay-by-regency = dipotong menurut aturan daerah setelah hukuman berlaku dan dicatat
discipline-pay-waits = menunggu peraturan lain; sistem tidak memotong sendiri
discipline-pay-no-rule = tidak ada aturan daerah; sistem tidak memotong
discipline-pay-withdrawn = tidak dipotong lagi: keputusan dicabut dan nama dipulihkan

# Keadaan perkara
discipline-stage-new = belum dibuka
discipline-stage-raised = dibuka
discipline-stage-summoned = dipanggil
discipline-stage-first-missed = tidak datang pada panggilan pertama
discipline-stage-summoned-again = dipanggil kedua kali
discipline-stage-second-missed = dua kali tidak datang
discipline-stage-examined = sudah diperiksa
discipline-stage-found = terbukti
discipline-stage-nothing-proven = tidak terbukti, selesai
discipline-stage-decided = hukuman ditetapkan
discipline-stage-not-there = tidak hadir saat penyampaian
discipline-stage-sent = keputusan dikirim
discipline-stage-received = keputusan diterima
discipline-stage-in-effect = hukuman berlaku
discipline-stage-ended = hukuman selesai dijalani
discipline-stage-cancelled = dihentikan
discipline-stage-rehabilitated = keputusan dicabut, nama dipulihkan

# Langkah
discipline-step-raise = membuka perkara
discipline-step-summon-first = panggilan pertama
discipline-step-summon-second = panggilan kedua
discipline-step-form-team = membentuk tim
discipline-step-examine = pemeriksaan
discipline-step-not-come = mencatat tidak datang
discipline-step-find = menetapkan temuan
discipline-step-decide = menetapkan hukuman
discipline-step-hand-over = menyampaikan keputusan
discipline-step-not-there = mencatat tidak hadir saat penyampaian
discipline-step-send = mengirim keputusan
discipline-step-receive = mencatat penerimaan
discipline-step-object = keberatan
discipline-step-answer = menjawab keberatan
discipline-step-take-effect = hukuman mulai berlaku
discipline-step-end = hukuman berakhir
discipline-step-cancel = menghentikan perkara
discipline-step-rehabilitate = mencabut keputusan dan memulihkan nama

# Tenggat
discipline-due-by = { $step } paling lambat { $date }
discipline-due-on = { $step } pada { $date }
discipline-due-unknown = { $step }; tidak ada batas waktu di sumber
discipline-late = { $step } dilakukan { $date }, seharusnya paling lambat { $due }

# Keberatan
discipline-objection-none = tidak ada keberatan
discipline-objection-open = keberatan belum dijawab
discipline-objection-answered = keberatan sudah dijawab

# Yang tidak dikatakan sumber hukum
discipline-silent-summons = jarak panggilan ke pemeriksaan tidak diperiksa: tidak ada di sumber
discipline-silent-second-summons = batas panggilan kedua tidak diperiksa: tidak ada di sumber
discipline-silent-team = perlu tidaknya tim tidak diperiksa: tidak ada di sumber
discipline-silent-authority = wewenang pejabat tidak diperiksa: tidak ada di sumber
discipline-silent-handover = batas penyampaian tidak diperiksa: tidak ada di sumber
discipline-silent-sending = batas pengiriman tidak diperiksa: tidak ada di sumber
discipline-silent-effect = hari berlakunya tidak dihitung: tidak ada di sumber
discipline-silent-objection = batas keberatan tidak diperiksa: tidak ada di sumber

# Penolakan
discipline-refusal-not-now = Langkah ini belum waktunya. Catat dahulu langkah sebelumnya
discipline-refusal-case-ended = Perkara sudah selesai. Buka perkara lain
discipline-refusal-out-of-order = Tanggalnya sebelum kejadian terakhir. Isi hari kejadiannya
discipline-refusal-no-absence = Perkara tidak menyebut hari tidak masuk. Sebut sedikitnya satu
discipline-refusal-unknown-sanction = Hukuman itu tidak ada pada jenjang yang berlaku pada hari tidak masuk
discipline-refusal-already-punished = Semua hari itu sudah dihukum dalam perkara lain. Satu hari dihukum satu kali (Pasal 35 ayat (3))
discipline-refusal-summons-too-short = Pemeriksaan terlalu dekat dengan panggilan. Tetapkan paling cepat { $earliest }
discipline-refusal-examination-not-after-summons = Pemeriksaan harus sesudah tanggal panggilan
discipline-refusal-before-examination = Orangnya dipanggil untuk { $summoned }. Sebelum hari itu belum dapat dicatat
discipline-refusal-nobody-examines = Sebut siapa yang memeriksa
discipline-refusal-examiner-is-person = Orang yang diperiksa tidak dapat memeriksa dirinya. Tunjuk orang lain
discipline-refusal-examiner-outside-team = Pemeriksa bukan anggota tim. Sebut anggota tim
discipline-refusal-team-missing = Pelanggaran setingkat ini wajib diperiksa tim. Bentuk tim sebelum pemeriksaan
discipline-refusal-not-the-heaviest = Dari beberapa pelanggaran dijatuhkan satu hukuman, yang terberat: { $heaviest }
discipline-refusal-cut-waits = Potongan 25 % belum dapat dijatuhkan: menunggu peraturan pemerintah tentang gaji dan tunjangan (Pasal 42). Jatuhkan { $instead }
discipline-refusal-sanction-not-found = Hukuman itu tidak menurut temuan. Jatuhkan { $expected }
discipline-refusal-officer-not-authorised = Pejabat ini tidak berwenang menjatuhkan hukuman setingkat ini kepada pemangku jabatan itu
discipline-refusal-decides-on-oneself = Tidak seorang pun memutus perkaranya sendiri. Pejabat lain yang memutus
discipline-refusal-too-early = Paling cepat { $earliest }. Catat pada hari itu
discipline-refusal-no-open-objection = Tidak ada keberatan yang menunggu jawaban. Catat keberatannya dahulu
discipline-refusal-objection-open = Keberatan sebelumnya belum dijawab. Catat jawabannya dahulu
discipline-refusal-law-silent = Hukum tentang { $title } pada { $date } belum ada di map hukum. Tambahkan dengan pasalnya
discipline-refusal-oneself = Tidak seorang pun menangani perkaranya sendiri. Minta rekan yang menanganinya
discipline-refusal-in-future = Harinya belum tiba. Catat apa yang sudah terjadi
discipline-refusal-overtaken = Orang lain baru saja mencatat langkah dalam perkara ini. Lihat dahulu, lalu catat lagi bila masih perlu
discipline-refusal-open-already = Perkara { $case } tentang hari-hari ini masih berjalan. Teruskan perkara itu
discipline-refusal-not-absent = { $date } bukan hari tidak masuk tanpa keterangan. Keluarkan dari daftar
discipline-refusal-rung-not-reached = Hukuman itu untuk { $needs } hari tidak masuk, yang disebut { $days } hari. Pilih yang lebih rendah
discipline-refusal-number-missing = Isi nomor suratnya
discipline-refusal-time-missing = Isi jam pemeriksaan
discipline-refusal-reason-missing = Isi alasannya
discipline-refusal-too-long = Isian terlalu panjang. Ringkas; selebihnya ada di surat
discipline-refusal-law-changed = Menurut map hukum yang sekarang kejadian ke-{ $place } tidak akan diterima. Perbaiki map hukum sebelum melanjutkan

# Surat
discipline-letter-panggilan-1 = Surat panggilan I
discipline-letter-panggilan-2 = Surat panggilan II
discipline-letter-berita-acara-pemeriksaan = Berita acara pemeriksaan
discipline-letter-keputusan-hukuman-disiplin = Keputusan hukuman disiplin
discipline-letter-laporan-hasil-pemeriksaan = Laporan hasil pemeriksaan
