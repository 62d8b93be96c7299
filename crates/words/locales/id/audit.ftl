### Jejak audit: siapa melakukan apa.


# Halaman
page-audit-nav = Jejak audit
page-audit-hint = Setiap tindakan dicatat bersama hasilnya, dan Abdi tidak mengubah catatannya. Yang terbaru di atas.
page-audit-search = Cari NIP, PIN, atau nomor seri mesin
page-audit-at = Waktu
page-audit-who = Siapa
page-audit-what = Apa
page-audit-about = Tentang
page-audit-detail = Rincian
page-audit-newest = Terbaru
page-audit-older = Lebih lama

# Siapa, bila bukan akun
audit-who-program = Abdi sendiri
audit-who-visitor = pengunjung yang belum masuk
audit-who-terminal = mesin { $name }
audit-who-command-line = { $name }, lewat perintah di server
audit-who-command-line-nobody = pengelola, lewat perintah di server

# Apa, menurut kata kerjanya
audit-verb-access-put-account = membuat atau mengubah akun
audit-verb-access-refuse-sign-in = ditolak saat masuk
audit-verb-access-sign-in = masuk
audit-verb-access-sign-out = keluar
audit-verb-access-suspend-account = membekukan akun
audit-verb-allowance-bank-file = mengambil berkas bank
audit-verb-allowance-close-month = menutup bulan
audit-verb-allowance-import-performance = mengimpor capaian kinerja
audit-verb-allowance-import-shadow = membandingkan dengan sistem lama
audit-verb-allowance-open-claim = membuka tagihan pengembalian
audit-verb-allowance-receive-claim = mencatat pengembalian
audit-verb-allowance-withdraw-claim = menarik tagihan pengembalian
audit-verb-allowance-reopen-month = membuka kembali bulan
audit-verb-allowance-sign-closing = menandatangani penutupan bulan
audit-verb-allowance-supplement-month = membekukan susulan
audit-verb-discipline-append-event = mencatat langkah perkara disiplin
audit-verb-discipline-open-case = membuka perkara disiplin
audit-verb-law-verify = mengesahkan nilai aturan
audit-verb-matter-ask-again = menarik kembali permohonan atau mengajukan keberatan
audit-verb-matter-decide = memutuskan permohonan
audit-verb-organisation-import-posts = mengimpor pejabat
audit-verb-organisation-register-skpds = mendaftarkan unit kerja
audit-verb-person-import-details = mengimpor rincian pegawai
audit-verb-person-import-people = mengimpor pegawai
audit-verb-presence-discard-quarantine = membuang baris karantina
audit-verb-presence-import-excuses = mengimpor cuti dan dinas
audit-verb-presence-import-occurrences = mengimpor kejadian
audit-verb-presence-import-punches = mengimpor berkas scan
audit-verb-presence-map-pins = menghubungkan PIN
audit-verb-presence-record-excuses = mencatat cuti dan dinas
audit-verb-presence-record-occurrences = mencatat kejadian
audit-verb-presence-record-push = mengirim scan
audit-verb-presence-repair-quarantine = memperbaiki baris karantina
audit-verb-presence-request-correction = meminta koreksi waktu
audit-verb-terminal-approve = menyetujui mesin
audit-verb-terminal-operation = melaporkan tindakan di mesin
audit-verb-terminal-refuse = menolak mesin
audit-verb-terminal-suspend = menangguhkan mesin
audit-verb-leave-import-openings = memasukkan sisa cuti awal
audit-verb-leave-request = mengajukan cuti, dinas, atau izin
audit-verb-allowance-put-performance = mengisi predikat kinerja
audit-verb-roster-put = mengisi daftar giliran
audit-verb-roster-request-swap = meminta tukar giliran
audit-verb-presence-request-outage = mengajukan daftar gangguan unit
audit-verb-presence-record-event = mencatat apel atau upacara
audit-verb-message-choose = memilih ringkasan pesan
audit-verb-jobs-ask = meminta berkas
audit-verb-jobs-cancel = menghentikan pembuatan berkas
audit-verb-jobs-end = menyelesaikan berkas
audit-verb-jobs-fetch = mengunduh berkas
audit-verb-jobs-forget = melupakan berkas lama
audit-verb-jobs-restart = menandai berkas yang terputus
