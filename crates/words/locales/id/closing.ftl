### Menutup bulan, seandainya, dan bulan bayangan.

# Yang menghalangi, menurut kodenya
closing-check-month-not-over = Bulan belum selesai
closing-check-undecided-requests = Permohonan yang belum diputus
closing-check-quarantine = Baris scan di karantina
closing-check-stale-days = Hari yang harus dihitung ulang
closing-check-law-silent = Pegawai yang aturannya belum ada
closing-check-law-unverified = Pegawai yang aturannya belum disahkan
closing-check-results-missing = Pegawai tanpa capaian kinerja
closing-check-paid-while-tugas-belajar = Dibayar penuh selama tugas belajar
closing-check-paid-while-cuti-besar = Dibayar penuh selama cuti besar
closing-check-paid-while-cltn = Dibayar penuh selama cuti di luar tanggungan negara
closing-check-paid-out-of-service = Dibayar untuk hari di luar masa dinas
closing-check-paid-twice = Sudah dibayar oleh unit lain untuk bulan ini
closing-check-sanction-without-effect = Hukuman disiplin berlaku tetapi tidak memotong
closing-check-absent-without-cut = Tanpa keterangan tetapi tidak dipotong
closing-check-shared-pin = Satu PIN dipakai lebih dari satu orang
closing-check-moved-in-month = Pindah unit di tengah bulan
closing-check-unknown-pins = PIN yang tidak dikenal
closing-check-silent-terminals = Mesin yang diam

# Seberapa berat
closing-weight-blocks = menghalangi
closing-weight-acknowledge = perlu alasan
closing-weight-warns = untuk diketahui

# Keadaan
closing-state-open = Belum ditutup
closing-state-closed = Ditutup
closing-state-signed = Ditutup dan ditandatangani
closing-state-reopened = Dibuka kembali

# Jenis penutupan
closing-kind-main = penutupan
closing-kind-supplement = susulan

# Mengapa berbeda
closing-cause-facts = fakta terlambat diketahui
closing-cause-law = aturan terlambat diketahui (rapel)
closing-cause-rest-of-month = hari yang dibayar sebelum tiba kini diketahui
closing-cause-moved = pindah dari unit ini, atau tidak bertugas lagi
closing-cause-joined = masuk ke unit ini
closing-cause-engine = versi program lain
closing-cause-claim-withdrawn = pengembalian yang menagihnya ditarik
closing-cause-claimed = yang sudah ditagih sebagai pengembalian tidak dihitung lagi
closing-mistake-closed = { $month } pada { $skpd } sudah ditutup (nomor { $number }); perbedaan sesudahnya masuk susulan
closing-mistake-nobody = tidak ada pegawai pada { $skpd } untuk { $month }; tidak ada yang ditutup
closing-mistake-closed-meanwhile = { $month } pada { $skpd } baru saja ditutup orang lain; lihat dahulu
closing-mistake-signed-meanwhile = baru saja ditandatangani atau dibuka kembali; lihat dahulu
closing-mistake-other-digest = sidik penutupan diawali { $digest }; lihat penutupannya lalu tandatangani yang tampak
closing-mistake-signed-already = orang ini sudah menandatanganinya; setiap tanda tangan orang lain
closing-mistake-no-person = akun ini tidak terhubung dengan pegawai; hubungkan dengan NIP penanda tangan
closing-mistake-no-signer = sebut NIP yang menandatangani di kertas
closing-mistake-other-desk = { $nip } tidak memegang jabatan yang menandatangani berikutnya; isi jabatannya atau sebut pemegangnya
closing-mistake-no-reason = tuliskan alasan membuka kembali
closing-mistake-reason-too-long = alasan paling panjang { $most } huruf
closing-mistake-paid-out = berkas bank bulan ini sudah diambil pada { $date }; perbedaan sesudahnya masuk susulan
closing-mistake-claimed = pengembalian nomor { $claims } bersandar pada penutupan ini; tarik dahulu, atau buat susulan

# Angka
closing-figure-gross = TPP sebelum potongan
closing-figure-cut = potongan

# Kalimat
closing-title = Tutup bulan
closing-people = { $count } pegawai
closing-ready = Siap ditutup
closing-hindered = Belum dapat ditutup; tidak ada yang disimpan
closing-number = Penutupan nomor { $number }
closing-in-place-of = menggantikan nomor { $number }
closing-supplement-to = Susulan nomor { $number } atas nomor { $main }
closing-digest = Sidik digital
closing-by = oleh { $who }, { $at }
closing-closed-by = ditutup oleh { $who }, { $at }
closing-reopened-by = dibuka kembali oleh { $who }, { $at }
closing-counts-until = dihitung sampai { $on }; hari sesudahnya dianggap masuk penuh
closing-total = TPP { $gross }, setelah potongan kehadiran { $net }
closing-signed-by = Ditandatangani { $name }, NIP { $nip }, { $at }
closing-waits-for = Menunggu tanda tangan: { $desk }
closing-drift = { $count } pegawai akan berbeda bila dihitung sekarang
closing-nothing = Tidak ada yang berbeda sejak ditutup
closing-reopened-number = Penutupan nomor { $number } dibuka kembali: { $reason }
closing-closed-now = Ditutup dengan nomor { $number }
closing-supplemented = Susulan nomor { $number } atas nomor { $main }
closing-next-signer = Berikutnya: { $desk }
closing-all-signed = Semua sudah menandatangani

# Seandainya
what-if-title = Seandainya
what-if-changed = { $changed } dari { $people } pegawai berbeda
what-if-before = Sekarang
what-if-after = Seandainya
what-if-difference = Selisih
what-if-skpd = Unit
what-if-people = Pegawai
what-if-gain = Naik
what-if-lose = Turun
what-if-silent = Aturan itu diam untuk { $count } pegawai; mereka tidak dijumlahkan
what-if-facts-changed = Untuk { $count } pegawai ada fakta baru sejak bulan ditutup

# Bulan bayangan
shadow-title = Bulan bayangan
shadow-same = { $same } dari { $rows } baris sama
shadow-cause = Sebab
shadow-people = Pegawai
shadow-amount = Rupiah
shadow-theirs = Sistem lama
shadow-ours = Di sini
shadow-difference = Selisih
shadow-days = hari { $days }

# Sebab perbedaan, menurut kodenya
shadow-cause-unknown-here = Tidak dikenal atau tidak dibayar di sini
shadow-cause-unknown-there = Tidak ada di berkas lama
shadow-cause-law-silent = Aturan di sini belum lengkap
shadow-cause-class-amount = Besaran TPP sebelum potongan berbeda
shadow-cause-leave-unknown-there = Cuti atau dinas yang tidak diketahui sistem lama
shadow-cause-absent-days = Jumlah hari tanpa keterangan berbeda
shadow-cause-late-minutes = Menit terlambat berbeda
shadow-cause-performance-missing = Capaian kinerja belum ada di sini
shadow-cause-presence-share = Tarif atau dasar potongan kehadiran berbeda
shadow-cause-rounding = Pembulatan
shadow-cause-unexplained = Belum dapat dijelaskan

# Halaman bulan bayangan
shadow-page-title = Bandingkan berkas sistem lama
shadow-page-explained = Yang dibayarkan sistem lama dibandingkan dengan yang dihitung di sini, orang per orang, beserta sebabnya. Berkas tidak disimpan; hanya dicatat bahwa ini dilakukan.
shadow-page-file = Berkas XLSX atau CSV
shadow-page-file-hint = Kolom nip, lalu tpp_setelah_potongan (sebelum pajak dan iuran) atau dibayar (yang ditransfer), boleh keduanya. Bila ada juga tpp, potongan (kehadiran dan kinerja), pph21, bpjs, potongan_lain, pengembalian, tk, terlambat. Paling besar 5 MB.
shadow-page-compare = Bandingkan
shadow-page-xlsx = Bandingkan, unduh semua sebagai XLSX
shadow-page-none = Pilih berkas yang akan dibandingkan.
shadow-page-large = Berkas lebih dari 5 MB. Bagi menjadi beberapa berkas.
shadow-page-refused = Tidak dapat dibandingkan: { $why }
shadow-page-bad = Baris yang tidak dapat dibaca
shadow-page-bad-row = Baris { $line }, kolom { $column }: { $reason }
shadow-page-more-bad = dan { $count } baris lagi
shadow-page-ignored = Kolom yang dilewati
shadow-page-same = Tidak ada yang berbeda.
shadow-page-totals = Menurut sebab
shadow-page-people = Orang per orang
shadow-page-more = dan { $count } orang lagi; semuanya ada dalam XLSX

# Bulan bayangan: angka mana yang dibandingkan, sebab antara TPP dan yang diterima, baris yang salah
shadow-step = Angka
shadow-step-after-cuts = TPP setelah potongan
shadow-step-received = Diterima pegawai
shadow-cause-after-cuts = TPP setelah potongan berbeda
shadow-cause-deductions-follow = Pajak dan iuran mengikuti TPP yang berbeda
shadow-cause-premium = Iuran BPJS Kesehatan berbeda
shadow-cause-tax = Pajak (PPh 21) berbeda
shadow-cause-agreed = Potongan yang disepakati berbeda
shadow-cause-repayment = Pengembalian kelebihan bayar berbeda
shadow-cause-added = TPP Plt./Plh. berbeda
shadow-both = (sistem lama { $theirs }, di sini { $ours })
shadow-page-unit = Unit
shadow-elsewhere = { $count } baris milik unit lain dilewati
shadow-fault-nip-rounded = NIP ini sudah diubah lembar kerja menjadi angka; jadikan kolomnya teks, lalu ketik ulang NIP-nya
shadow-fault-nip-length = NIP harus 18 angka, di sini { $count }; jadikan kolomnya sebagai teks, lalu lengkapi
shadow-fault-nip-wrong = "{ $text }" bukan NIP; salin dari SK pegawai
shadow-fault-twice = orang ini sudah ada di baris atas; jumlahkan menjadi satu baris
shadow-fault-no-amount = "{ $text }" bukan jumlah rupiah bulat; tulis seperti 3816178
shadow-fault-too-much = "{ $text }" melebihi TPP mana pun; periksa angkanya
shadow-fault-no-number = "{ $text }" bukan bilangan bulat; tulis seperti 2
shadow-fault-no-figure = tidak ada jumlah di baris ini; isi, atau hapus barisnya

# Berkas yang tidak dapat dipakai sebagai tabel
table-empty = Berkasnya kosong; ekspor sekali lagi.
table-too-large = Berkasnya lebih dari 20 MB; bagi menjadi beberapa berkas.
table-old-workbook = Berkasnya lembar kerja lama atau berkata sandi; simpan sebagai .xlsx tanpa kata sandi, atau sebagai CSV.
table-no-workbook = Berkasnya bukan lembar kerja; simpan sebagai .xlsx.
table-no-rows = Berkasnya tidak berbaris; baris pertama harus menyebut nama kolom.
table-too-many-rows = Berkasnya lebih dari 200.000 baris; bagi menjadi beberapa berkas.
table-unfolds = Lembar kerjanya terlalu besar; bagi menjadi beberapa berkas.
table-broken = Lembar kerjanya tidak dapat dibaca ({ $why }); simpan sekali lagi sebagai .xlsx, atau sebagai CSV.
table-no-sheet = Tidak ada lembar "{ $sheet }"; yang ada: { $here }.
table-endless-cell = Baris { $row }: isi sel "{ $begin }…" tidak berakhir; tutup tanda kutipnya, atau persingkat.
table-no-text = Berkasnya bukan teks; simpan sebagai CSV (UTF-8), atau sebagai .xlsx.
table-no-column = Tidak ada kolom { $column }. Beri nama kolomnya di baris judul. Yang dikenal: { $known }. Yang ada: { $here }.
table-two-columns = Dua kolom sama-sama berarti { $column }; sisakan satu.
table-no-headings = Baris { $row } kosong; perbaiki header_row pada pemetaan.
table-two-named = Dua kolom di baris { $row } bernama "{ $column }"; sisakan satu.
table-none-named = Baris { $row } tidak memuat kolom "{ $column }" seperti kata pemetaan; yang ada: { $here }.
