### Halaman disiplin.

page-discipline-nav = Disiplin
page-discipline-calm = Abdi menghitung dan mengingatkan. Hukuman hanya dijatuhkan oleh pejabat yang berwenang, sesudah pemeriksaan.
page-discipline-year = Tahun
page-discipline-show = Tampilkan
page-discipline-up-to = Dihitung sampai
page-discipline-mine = Catatan saya

# Daftar
page-discipline-cases = { $count } perkara berjalan
page-discipline-no-cases = Tidak ada perkara berjalan
page-discipline-case = Perkara { $number }
page-discipline-late = terlambat
page-discipline-people = { $count } pegawai dengan hari tidak masuk tanpa keterangan
page-discipline-nobody = Tidak ada pegawai yang mendekati atau mencapai suatu jenjang
page-discipline-days = { $count } hari tidak masuk tanpa keterangan
page-discipline-in-a-row = terpanjang { $days } hari berturut-turut
page-discipline-which = Hari yang dihitung
page-discipline-imposable = Dapat dijatuhkan sesudah pemeriksaan: { $sanction }
page-discipline-stands = Perkara { $number }: { $stage }
page-discipline-no-ladder = Jenjang hukuman bagi pegawai ini tidak ada di map hukum. Hari dihitung, tidak dibandingkan

# Setahun seorang pegawai
page-discipline-mine-lead = Inilah yang tercatat tentang Anda. Bila ada hari yang keliru, perbaiki harinya; hitungan mengikuti.
page-discipline-none = Tidak ada hari tidak masuk tanpa keterangan
page-discipline-tell = Yang perlu diketahui
page-discipline-strip = Hari demi hari
page-discipline-strip-said = Setahun sebagai kotak: satu baris sebulan, satu kotak sehari. { $days } hari tidak masuk tanpa keterangan ditandai; daftarnya di bawah.
page-discipline-key-absent = tidak masuk tanpa keterangan
page-discipline-key-excused = cuti atau dinas
page-discipline-key-present = masuk kerja
page-discipline-key-off = libur
page-discipline-key-unknown = belum diketahui
page-discipline-nth = Ke-
page-discipline-day = Hari
page-discipline-reaches = Mencapai
page-discipline-next = { $days } hari lagi sampai { $sanction }
page-discipline-article = Pasal
page-discipline-wrong = Lihat hari ini
page-discipline-own-cases = Perkara
page-discipline-case-about = tentang { $from } sampai { $until }
page-discipline-years = Tahun lain
page-discipline-year-before = Tahun sebelumnya
page-discipline-year-after = Tahun berikutnya

# Membuka perkara
page-discipline-open = Buka perkara
page-discipline-open-hint = Perkara dibuka oleh orang, tidak pernah oleh sistem. Hari yang diketahui masuk kerja ditolak.
page-discipline-open-days = Hari tidak masuk, satu sebaris
page-discipline-open-rung = Hukuman yang dicapai hari-hari itu
page-discipline-open-post = Jabatan yang dipangku
page-discipline-choose = Pilih
page-discipline-day-bad = Tulis hari seperti 05-10-2026, satu sebaris
page-discipline-post-missing = Pilih jabatan yang dipangku
page-discipline-nip-unknown = NIP tidak dikenal. Periksa angkanya
page-discipline-nip-missing = Isi NIP
page-discipline-date-bad = Tulis tanggal seperti 05-10-2026
page-discipline-time-bad = Tulis jam seperti 09.00
page-discipline-capacity-missing = Pilih dalam jabatan apa pejabat itu memutus
page-discipline-answer-missing = Pilih jawabannya
page-discipline-done-opened = Perkara dibuka
page-discipline-done-recorded = Dicatat: { $step }
page-discipline-not-done = Belum dicatat. Lihat yang perlu diperbaiki

# Perkara
page-discipline-about = Tentang
page-discipline-is-next = Berikutnya
page-discipline-over = Tidak ada langkah lagi
page-discipline-pay = Akibat atas TPP
page-discipline-unsaid = Yang tidak dikatakan sumber hukum
page-discipline-was-late = Yang terlambat
page-discipline-happened = Yang terjadi
page-discipline-recorded = dicatat { $at } oleh { $by }
page-discipline-record = Catat yang terjadi
page-discipline-record-hint = Catat yang sudah terjadi, pada hari terjadinya. Yang sudah dicatat tidak dapat diubah.
page-discipline-save = Catat
page-discipline-letters = Isi surat
page-discipline-letters-hint = Diisi dari perkara ini. Yang masih kosong disebut; surat tidak ditandatangani sebelum lengkap.
page-discipline-blanks = Masih kosong
page-discipline-complete = lengkap
page-discipline-incomplete = belum lengkap
page-discipline-waiting-for = Menggantikan { $sanction }, yang menunggu peraturan lain

# Isian
page-discipline-field-on = Tanggal
page-discipline-field-letter = Nomor surat
page-discipline-field-examination = Hari pemeriksaan
page-discipline-field-time = Jam
page-discipline-field-time-hint = Misalnya 09.00
page-discipline-field-place = Tempat
page-discipline-field-examiner = NIP pemeriksa
page-discipline-field-people = NIP pemeriksa, satu sebaris
page-discipline-field-members = NIP anggota tim, satu sebaris
page-discipline-field-decree = Nomor keputusan tim
page-discipline-field-minutes = Nomor berita acara
page-discipline-field-exchanges = Tanya jawab
page-discipline-field-exchanges-hint = Satu tanya jawab sebaris, dipisah tanda tanya: Mengapa tidak masuk? Anak sakit
page-discipline-field-breaches = Pelanggaran yang terbukti, menurut hukuman yang diancamkan
page-discipline-field-breaches-hint = Kosongkan bila tidak ada yang terbukti
page-discipline-field-report = Nomor laporan
page-discipline-field-sanction = Hukuman
page-discipline-field-officer = NIP pejabat
page-discipline-field-capacity = Sebagai
page-discipline-field-number = Nomor keputusan
page-discipline-field-answer = Jawaban
page-discipline-field-reason = Alasan
page-discipline-field-note = Catatan

# Jawaban keberatan
page-discipline-answer-upheld = hukuman tetap
page-discipline-answer-changed = hukuman diubah
page-discipline-answer-annulled = hukuman dibatalkan

# Yang dikatakan suatu kejadian
page-discipline-fact-post = Jabatan
page-discipline-fact-rung = Mencapai
page-discipline-fact-days = Hari tidak masuk
page-discipline-fact-number = Nomor
page-discipline-fact-examination = Hari pemeriksaan
page-discipline-fact-time = Jam
page-discipline-fact-place = Tempat
page-discipline-fact-examiner = Pemeriksa
page-discipline-fact-members = Anggota tim
page-discipline-fact-examiners = Pemeriksa
page-discipline-fact-questions = Tanya jawab
page-discipline-fact-breaches = Terbukti, diancam hukuman
page-discipline-fact-nothing = tidak ada
page-discipline-fact-report = Laporan
page-discipline-fact-sanction = Hukuman
page-discipline-fact-officer = Pejabat
page-discipline-fact-capacity = Sebagai
page-discipline-fact-answer = Jawaban
page-discipline-fact-reason = Alasan
page-discipline-fact-note = Catatan

# Isi surat
page-discipline-letter-number = Nomor
page-discipline-letter-on = Tanggal
page-discipline-letter-person = Yang diperiksa
page-discipline-letter-examiner = Pemeriksa
page-discipline-letter-examination = Hari pemeriksaan
page-discipline-letter-time = Jam
page-discipline-letter-place = Tempat
page-discipline-letter-absences = Hari tidak masuk
page-discipline-letter-first-letter = Surat panggilan I
page-discipline-letter-examiners = Pemeriksa
page-discipline-letter-team-decree = Keputusan tim
page-discipline-letter-exchanges = Tanya jawab
page-discipline-letter-officer = Pejabat
page-discipline-letter-capacity = Sebagai
page-discipline-letter-level = Tingkat
page-discipline-letter-sanction = Hukuman
page-discipline-letter-article = Pasal
page-discipline-letter-in-place-of = Menggantikan
page-discipline-letter-basis = Dasar
page-discipline-letter-reporter = Pelapor
page-discipline-letter-year = Tahun
page-discipline-letter-in-a-row = Berturut-turut
page-discipline-letter-proposed = Usul hukuman
page-discipline-letter-salary-stops = Gaji dihentikan mulai
