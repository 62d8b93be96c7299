### Pesan, ringkasan harian, dan pekerjaan panjang.

message-kind-leave = Cuti atau dinas
message-kind-correction = Perbaikan jam
message-kind-outage = Mesin satu unit tidak dapat dipakai
message-kind-event = Apel atau upacara
message-kind-swap = Tukar giliran jaga
message-kind-closing = Penutupan bulan
message-kind-case = Perkara disiplin
message-kind-claim = Pengembalian kelebihan bayar

message-day-late = terlambat
message-day-early = pulang cepat
message-day-late-early = terlambat dan pulang cepat
message-day-incomplete = rekaman tidak lengkap
message-day-absent = tanpa keterangan

message-came = { $kind }, { $date }: menunggu keputusan Anda.
message-came-closing = { $kind }, { $date }: menunggu tanda tangan Anda.
message-came-due = { $kind }, { $date }: menunggu keputusan Anda, paling lambat { $due }.
message-due-tomorrow = { $kind }, { $date }: besok, { $due }, hari terakhir untuk memutuskan.
message-overdue = { $kind }, { $date }: batas { $due } sudah lewat dan masih menunggu Anda.
message-granted = { $kind }, { $date }: dikabulkan.
message-forwarded = { $kind }, { $date }: disetujui dan diteruskan.
message-refused = { $kind }, { $date }: ditolak. Alasannya ada di permohonan.
message-step = { $kind }, { $date }: ada langkah baru.
message-wrong-day = { $date }: { $verdict }. Periksa, dan perbaiki bila tidak benar.
message-month-over = { $skpd }: { $month } sudah selesai dan dapat ditutup.
message-month-closed = { $skpd }: { $month } sudah ditutup.
message-month-again = { $skpd }: { $month } dihitung lagi dan hasilnya lain.
message-month-reopened = { $skpd }: { $month } dibuka kembali; yang sudah ditandatangani diganti. Alasannya ada di halaman tutup bulan.
message-terminal-silent = Mesin { $name } tidak terdengar sejak { $since }.
message-near-rung = { $days ->
   *[other] { $days } hari lagi tanpa keterangan sampai jenjang hukuman disiplin berikutnya: { $sanction }. Bila ada hari yang salah catat, perbaiki sekarang.
}
message-near-row = { $days ->
   *[other] { $days } hari lagi tanpa keterangan berturut-turut sampai batas yang menghentikan gaji. Bila ada hari yang salah catat, perbaiki sekarang.
}
message-near-rung-other = { $days ->
   *[other] seorang pegawai { $unit }: { $days } hari lagi tanpa keterangan sampai jenjang hukuman disiplin berikutnya ({ $sanction }). Bicaralah dengan pegawai itu.
}
message-near-row-other = { $days ->
   *[other] seorang pegawai { $unit }: { $days } hari lagi tanpa keterangan berturut-turut sampai batas yang menghentikan gaji. Bicaralah dengan pegawai itu.
}

message-topic-desk = Yang menunggu keputusan saya
message-topic-requests = Permohonan saya
message-topic-days = Hari saya yang perlu dilihat
message-topic-months = Bulan unit saya
message-topic-terminals = Mesin unit saya yang diam
message-topic-discipline = Jenjang disiplin yang sudah dekat

message-mail-subject = { $count ->
   *[other] Abdi: { $count } hal perlu dilihat, { $date }
}
message-mail-begin = Yang baru sejak ringkasan terakhir:
message-mail-more = { $count ->
   *[other] dan { $count } lagi di daftar pesan
}
message-mail-end = Surat ini dikirim sekali pada hari kerja. Jam dan isinya dapat diubah di { $settings }.

message-nav = Pesan
message-nav-new = { $count ->
   *[other] { $count } baru
}
message-list-title = Pesan
message-list-new = { $count ->
   *[other] { $count } pesan baru sejak terakhir Anda lihat
}
message-list-nothing = Tidak ada pesan baru.
message-list-empty = Tidak ada yang perlu Anda ketahui dari tiga puluh hari terakhir.
message-list-look = Tandai semua sudah dilihat
message-list-is-new = Baru
message-list-what = Apa
message-list-when = Sejak
message-list-settings = Atur ringkasan harian
message-list-explained = Daftar ini memuat yang masih berlaku dari tiga puluh hari terakhir. Permohonan yang sudah diputuskan dan mesin yang sudah terdengar lagi hilang dengan sendirinya.

message-settings-title = Ringkasan harian
message-settings-saved = Pilihan disimpan.
message-settings-explained = Daftar pesan selalu ada. Di sini Anda memilih apa yang juga dikirim, sekali pada hari kerja, dan hanya bila ada isinya.
message-settings-hour = Jam kirim
message-settings-hour-off = Jangan kirim
message-settings-language = Bahasa
message-settings-channels = Kirim lewat
message-settings-topic = Tentang
message-settings-email = Surel
message-settings-webhook = Webhook
message-settings-goes = { $topic }: { $channel }
message-settings-address = Surel dikirim ke { $address }.
message-settings-no-address = Alamat surel Anda belum dicatat, jadi surel tidak dikirim. Minta BKPSDM mencatatnya.
message-settings-save = Simpan pilihan

message-jobs-nav = Berkas
message-jobs-title = Berkas yang dibuat
message-jobs-explained = Berkas besar dibuat di belakang layar. Anda boleh menutup halaman ini; berkas menunggu tujuh hari.
message-jobs-none = Belum ada berkas yang diminta.
message-jobs-ask-title = Minta berkas
message-jobs-kind = Berkas
message-jobs-unit = Unit
message-jobs-whole = Seluruh daerah
message-jobs-month = Bulan
message-jobs-month-bad = Pilih bulannya.
message-jobs-unit-missing = Pilih unit untuk berkas ini.
message-jobs-unit-none = Berkas ini memuat semua unit, masing-masing pada halamannya sendiri; jangan pilih unit.
message-jobs-not-found = Pilih berkas dan unit dari daftar.
message-jobs-ask = Buat berkas
message-jobs-asked = Berkas sedang dibuat.
message-jobs-known = Berkas yang sama sudah diminta dan masih dibuat. Ini dia.
message-jobs-cancelled = Pembuatan berkas dihentikan.
message-jobs-too-late = Pembuatan berkas sudah selesai, jadi tidak dapat dihentikan.
message-jobs-state = Keadaan
message-jobs-about = Tentang
message-jobs-by = Diminta oleh
message-jobs-at = Diminta
message-jobs-progress = Kemajuan
message-jobs-progress-of = { $done } dari { $of }
message-jobs-fetch = Unduh { $name }
message-jobs-cancel = Hentikan
message-jobs-look-again = Muat ulang
message-jobs-back = Semua berkas
message-jobs-state-waiting = Menunggu giliran
message-jobs-state-running = Sedang dibuat
message-jobs-state-done = Siap diunduh
message-jobs-state-failed = Gagal
message-jobs-state-cancelled = Dihentikan
message-jobs-reason-forbidden = Yang meminta tidak lagi berhak atas berkas ini.
message-jobs-reason-not-found = Yang diminta tidak ada.
message-jobs-reason-law-silent = Aturan belum memuat yang diperlukan.
message-jobs-reason-bad-input = Bulan atau unit itu tidak memuat apa pun untuk berkas ini, atau belum dapat dihitung. Periksa pilihannya.
message-jobs-reason-store = Penyimpanan data bermasalah. Minta lagi nanti.
message-jobs-reason-file = Berkas tidak dapat ditulis. Minta lagi, atau beri tahu pengelola.
message-jobs-reason-restarted = Abdi dimulai ulang saat berkas dibuat. Minta lagi.
message-jobs-reason-unknown-kind = Versi Abdi ini tidak mengenal berkas itu.
message-jobs-reason-broken = Abdi keliru saat membuatnya. Beri tahu pengelola.
message-jobs-kind-audit-log = Catatan audit sebulan (CSV)
