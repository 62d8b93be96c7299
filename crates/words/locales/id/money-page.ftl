### Halaman penutupan, pembayaran, laporan, slip, dan pengembalian.

# Tutup bulan
page-closing-link = Tutup bulan
page-closing-left = { $count } hal perlu dilihat sebelum ditutup
page-closing-more-people = { $count } orang lagi
page-closing-hint = Menutup membekukan perhitungan setiap pegawai beserta aturannya. Yang berubah sesudah itu menjadi susulan.
page-closing-acknowledge = Yang berikut boleh tetap ada bila alasannya dicatat.
page-closing-why = mengapa boleh
page-closing-say-why = { $what }: tuliskan alasannya
page-closing-mend-first = { $what }: selesaikan lebih dahulu
page-closing-overtaken = Tidak dilakukan; lihat kembali keadaannya lalu ulangi ({ $why })
page-closing-net = Dibayar
page-closing-of-gross = dari
page-closing-law-version = Versi aturan
page-closing-engine = Versi program
page-closing-counts-until = Dihitung sampai
page-closing-noted = Yang dicatat saat ditutup
page-closing-signatures = Tanda tangan
page-closing-nobody-signed = Belum ada
page-closing-signed = { $role }: { $name }, NIP { $nip }, { $at }
page-closing-at = { $at } { $zone }
page-closing-sign = Tanda tangani
page-closing-sign-hint = Tanda tangan Anda berlaku untuk sidik digital di atas.
page-closing-signed-now = Penutupan nomor { $number } telah Anda tanda tangani
page-closing-verify = Buktikan sidik ini
page-closing-holds = Terbukti: tidak ada yang berubah sejak ditutup
page-closing-holds-not = Tidak terbukti: ada yang berbeda dari yang ditutup
page-closing-digest-same = Sidik dihitung ulang dari yang tersimpan: sama
page-closing-digest-other = Sidik dihitung ulang dari yang tersimpan: lain, { $digest }
page-closing-signatures-other = Ada tanda tangan untuk sidik yang lain
page-closing-same = { $same } dari { $count } perhitungan sama sampai ke bita
page-closing-differ = { $count } perhitungan lain dari fakta yang sama:
page-closing-facts-changed = { $count } pegawai mempunyai fakta baru sejak ditutup, jadi tidak dibandingkan
page-closing-supplement = Bekukan susulan
page-closing-supplement-hint = Susulan mencatat selisih setiap pegawai beserta sebabnya; penutupan yang pertama tidak berubah.
page-closing-reopen = Buka kembali bulan ini
page-closing-reopen-hint = Yang telah dibekukan tetap tersimpan; penutupan berikutnya merujuk kepadanya. Semua harus menandatangani lagi.
page-closing-reason = Alasan
page-closing-reason-missing = Tuliskan alasan membuka kembali
page-closing-reopened = Yang pernah dibuka kembali
page-closing-why-reopened = Dibuka kembali karena

# Semua unit
page-closings-title = Penutupan bulan semua unit
page-closings-open = { $count } unit belum ditutup
page-closings-unsigned = { $count } unit menunggu tanda tangan
page-closings-none = Belum ada yang dihitung untuk bulan ini.
page-closings-state = Keadaan
page-closings-left = Yang tersisa
page-closings-net = Dibayar (Rp)
page-closings-undecided = { $count } permohonan menunggu
page-closings-days = { $count } hari perlu dilihat
page-closings-reopened = pernah dibuka kembali
page-closings-supplements = { $count } susulan
page-payments-title = Daftar pembayaran
