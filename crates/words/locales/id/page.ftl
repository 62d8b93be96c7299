### Halaman.


# General
page-skip = Langsung ke isi
page-sign-out = Keluar
page-areas = Bagian
page-example-label = DATA CONTOH
page-example-text = Nama, angka, dan aturan di sini rekaan; tidak ada pegawai yang sebenarnya.
page-plain-label = TAMPILAN POLOS
page-plain-text = Gaya halaman belum dibangun. Jalankan ./dev build, lalu muat ulang halaman ini.
page-footer = Abdi, perangkat lunak terbuka untuk ASN daerah. Setiap angka dapat dirunut ke scan dan ke pasalnya.
page-legend = Arti tanda
page-months = Bulan lain
page-month-previous = Bulan sebelumnya
page-month-next = Bulan berikutnya
page-rows = Baris
page-rows-of = dari
page-rows-nav = Bagian daftar
page-rows-previous = Sebelumnya
page-rows-next = Berikutnya
page-read = baca
page-errors = Ada yang perlu diperbaiki
page-error = Kesalahan
page-name = Nama
page-unit = Unit kerja
page-search = Cari
page-search-person = Cari nama atau NIP
page-none-found = Tidak ada yang cocok. Periksa ejaan, atau kosongkan pencarian.
page-print-head = Mengetahui, Kepala Perangkat Daerah
page-print-operator = Operator

# Sign-in
page-sign-in = Masuk
page-sign-in-name = NIP atau nama akun
page-sign-in-name-hint = NIP terdiri atas 18 angka
page-sign-in-password = Kata sandi
page-sign-in-help = Lupa kata sandi? Operator unit kerja Anda dapat membuatkan yang baru.
page-sign-in-examples = Akun contoh
page-sign-in-role = Peran
page-sign-in-name-missing = Isi NIP atau nama akun
page-sign-in-password-missing = Isi kata sandi
page-sign-in-refused = NIP atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.
page-sign-in-wait = Terlalu banyak percobaan. Tunggu { $minutes } menit, lalu coba lagi.
page-signed-out = Anda sudah keluar.

# My month
page-my-month-nav = Bulan saya
page-my-month-pay = TPP bulan ini
page-my-month-of = dari
page-my-month-cut = potongan
page-my-month-look = { $count } hari perlu dilihat
page-my-month-nothing = Tidak ada hari yang perlu dilihat
page-my-month-fix = Perbaiki
page-my-month-calendar = Hari-hari

# A day
page-day-choose = Pilih satu hari
page-day-choose-hint = Jadwal, scan, putusan, dan pasal hari itu tampil di sini.
page-day-close = Tutup
page-day-schedule = Jadwal
page-day-next-day = hari berikutnya
page-day-used = Scan dipakai
page-day-none-used = Tidak ada
page-day-ignored = Scan tidak dipakai
page-day-cut = Potongan
page-day-no-cut = Tidak ada potongan hari ini.
page-day-so-far = Potongan bulan ini sampai hari ini:
page-day-sources = Dasar
page-day-scan-in = masuk
page-day-scan-out = pulang
page-day-scan-break-out = keluar istirahat
page-day-scan-break-in = kembali dari istirahat

# Unit month sheet
page-unit-month-nav = Bulan unit
page-unit-month-sheet = Lembar bulan
page-unit-month-left = Sebelum tutup bulan: { $count } hal tersisa
page-unit-month-ready = Siap ditutup
page-unit-month-close = Tutup bulan
page-unit-month-closed = Ditutup pada
page-unit-month-law = Belum dapat ditutup: aturannya belum semua disahkan.
page-unit-month-law-link = Lihat aturan
page-unit-month-problems = Masalah
page-unit-month-no-problems = Tidak ada masalah tersisa
page-unit-month-show = Tampilkan
page-unit-month-only-problems = Hanya masalah
page-unit-month-all = Semua
page-unit-month-none-filtered = Tidak ada pegawai yang bermasalah bulan ini.
page-unit-month-late-minutes = Menit terlambat
page-unit-month-late-minutes-short = TL mnt
page-unit-month-absent-days = Hari tanpa keterangan
page-unit-month-absent-days-short = TK
page-unit-month-cut = Potongan
page-unit-month-sum = Jumlah ({ $count } orang)
page-unit-month-keys = Tombol panah berpindah hari, Enter membuka hari.

# Today
page-today-nav = Hari ini
page-today-as-of = Keadaan pukul
page-today-missing = Belum scan
page-today-late = Terlambat
page-today-present = Tepat waktu
page-today-excused = Cuti atau dinas
page-today-due = Harus hadir
page-today-silent = { $count } mesin diam
page-today-since = sejak
page-today-missing-title = { $count } orang belum scan
page-today-nobody-missing = Semua yang harus hadir sudah scan
page-today-started = Masuk kerja
page-today-hint = Kemungkinan sebab
page-today-more = Lihat semua yang belum scan
page-today-units = Menurut unit kerja
page-today-hint-silent = Mesin unit ini diam sejak { $since }
page-today-holiday = Hari libur: { $name }. Hanya piket dan sif yang harus hadir.

# People
page-people-nav = Pegawai
page-people-problems = Perlu diperbaiki
page-people-no-pin = { $count } orang belum punya PIN
page-people-no-schedule = { $count } orang belum punya jadwal
page-people-no-class = { $count } orang belum punya kelas jabatan
page-people-all-units = Semua unit kerja
page-person-employment = Kedudukan
page-person-class = Kelas
page-person-schedule = Jadwal
page-person-unit = Unit kerja
page-person-position = Jabatan
page-person-pin = PIN mesin
page-person-eligibility = Hak TPP
page-person-eligible = Berhak, { $percent }
page-person-not-eligible = Tidak berhak: { $reason }
page-person-month = Lihat bulan orang ini
page-person-now = Berlaku hari ini
page-person-nothing = belum ada
page-person-since = sejak
page-person-history = Riwayat
page-person-history-hint = Tidak ada yang dihapus: nilai lama tetap tersimpan bersama tanggal berlaku dan tanggal dicatat.
page-person-fact = Hal
page-person-value = Nilai
page-person-valid-from = Berlaku mulai
page-person-recorded-at = Dicatat
page-person-late = setelah berlaku
page-person-basis = Dasar
page-person-no-pin = Belum punya PIN: scan orang ini belum dapat dikenali.
page-person-no-schedule = Belum punya jadwal: harinya belum dapat dinilai.

# Terminals
page-terminals-nav = Mesin
page-terminals-none-silent = Tidak ada mesin yang diam
page-terminals-silent = { $count } mesin diam pada jam kerja
page-terminals-since = Diam sejak
page-terminals-never = Belum pernah menghubungi server
page-terminals-waiting = { $count } mesin menunggu persetujuan
page-terminals-waiting-hint = Scan dari mesin ini ditolak dulu; mesin menyimpannya dan mengirim lagi setelah disetujui.
page-terminals-from = Dari
page-terminals-first = pertama
page-terminals-last = terakhir
page-terminals-refused = { $count } kiriman ditolak
page-terminals-unit = Pasang di unit kerja
page-terminals-approve = Setujui
page-terminals-quarantine = { $count } scan di karantina
page-terminals-quarantine-hint = Waktu scan ini tidak masuk akal, jadi belum dipakai. Barisnya tersimpan seperti datangnya.
page-terminals-received = diterima
page-terminals-raw = Baris seperti datangnya
page-terminals-true-time = Waktu yang benar
page-terminals-repair = Perbaiki
page-terminals-pins = { $count } PIN tak dikenal
page-terminals-pins-hint = Scan dengan PIN ini tersimpan. Setelah PIN dihubungkan dengan seorang pegawai, harinya dinilai ulang.
page-terminals-punches = { $count } scan
page-terminals-map = Hubungkan
page-terminals-healthy = { $count } mesin sehat
page-terminals-show-healthy = Tampilkan mesin yang sehat
page-terminals-name = Mesin
page-terminals-today = Scan hari ini
page-terminals-advice-power = Periksa listrik dan kabel jaringan mesin.
page-terminals-advice-address = Periksa alamat server di mesin.
page-terminals-time-missing = Isi waktu yang benar
page-terminals-time-implausible = Waktu ini juga tidak masuk akal; isi waktu antara 2005 dan hari ini
page-terminals-nip-unknown = Tidak ada pegawai dengan NIP ini; periksa 18 angkanya
page-terminals-approved = Mesin { $serial } disetujui untuk { $unit }.
page-terminals-repaired = Scan diperbaiki dan harinya dinilai ulang.
page-terminals-mapped = PIN { $pin } dihubungkan dengan { $name }.

# One terminal
page-terminal-healthy = Menghubungi server seperti seharusnya.
page-terminal-waiting = Menunggu persetujuan.
page-terminal-steps = Yang dilakukan di mesin
page-terminal-facts = Tentang mesin ini
page-terminal-request = Permintaan terakhir seperti datangnya
page-terminal-answer = Dijawab
page-terminal-left-out = { $count } byte di akhir tidak ditampilkan
page-terminal-fact-model = Model
page-terminal-fact-firmware = Firmware
page-terminal-fact-address = Alamat
page-terminal-fact-last-seen = Permintaan terakhir
page-terminal-fact-stored = Scan tersimpan
page-terminal-fact-clock = Selisih jam dengan server
page-terminal-fact-pin-group = Kelompok PIN
page-terminal-step-power = Pastikan mesin menyala dan layar menunjukkan jam yang benar.
page-terminal-step-cable = Pastikan lampu di colokan jaringan menyala.
page-terminal-step-server = Tekan Menu › Comm. › Cloud Server, isi alamat { $address } dan port { $port }.
page-terminal-step-restart = Matikan mesin, tunggu sepuluh detik, nyalakan lagi.

# Law
page-law-nav = Aturan
page-law-on = Berlaku pada tanggal
page-law-show = Tampilkan
page-law-holds = Aturan yang berlaku pada
page-law-payable = Semua nilai sudah disahkan; bulan ini dapat ditutup untuk dibayar.
page-law-unconfirmed = { $count } nilai belum disahkan: bulan dihitung sebagai SIMULASI dan tidak dapat ditutup untuk dibayar.
page-law-missing = { $count } nilai belum ada sumbernya
page-law-topics = Pokok aturan
page-law-sets = Yang diatur
page-law-value = Nilai
page-law-from = Mulai
page-law-source = Sumber
page-law-known = diketahui
page-law-others = { $count } nilai lain
page-law-date-bad = Isi tanggal seperti 5 Oktober 2026 dengan bentuk 2026-10-05
page-law-needed-for = diperlukan untuk { $what }
page-law-topic-hours = Jam kerja
page-law-topic-holidays = Hari libur dan cuti bersama
page-law-topic-deductions = Potongan TPP
page-law-topic-tpp = Besaran TPP
page-law-topic-scans = Scan yang dihitung
page-law-topic-discipline = Disiplin
