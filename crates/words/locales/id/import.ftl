### Mengapa sebuah baris berkas, atau giliran, tidak dapat diterima, dan apa yang harus dilakukan. Kolomnya disebut sebelumnya.

# Isi sel.
import-empty = kosong; isi dahulu
import-control = memuat karakter kendali; ketik ulang
import-too-long = lebih dari { $letters } huruf; persingkat
import-nip-rounded = lembar kerja mengubah NIP ini menjadi angka { $text } sehingga angka belakangnya hilang; jadikan kolomnya teks, lalu ketik ulang NIP-nya
import-nip-digit = NIP memuat karakter yang bukan angka pada bita ke-{ $position }
import-nip-length = NIP harus { $digits } angka, di sini { $count }; jadikan kolomnya teks
import-nip-birth = angka ke-1 sampai ke-8 NIP bukan tanggal lahir
import-nip-young = menurut angka ke-9 sampai ke-14 NIP, orang ini diangkat sebelum berumur 18 tahun; periksa kedua tanggalnya
import-nip-sex = angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan)
import-nip-sequence = angka ke-16 sampai ke-18 NIP tidak boleh 000
import-nip-unknown = tidak ada pegawai dengan NIP { $nip }; periksa angkanya, atau muat dahulu data pegawainya
import-nip-nobody = tidak ada pegawai dengan NIP { $nip }
import-date = "{ $text }" bukan tanggal; tulis seperti 2026-10-05 atau 05/10/2026
import-date-none = tidak ada tanggal "{ $text }", dibaca sebagai { $order }
import-order-year-first = tahun, bulan, hari
import-order-day-first = hari, bulan, tahun
import-date-year = tahun { $year } tidak mungkin; periksa
import-date-ahead = { $date } belum terjadi; catat hanya yang sudah terjadi
import-time = "{ $text }" bukan jam; tulis seperti 07:30
import-yes-no = "{ $text }" bukan ya atau tidak; tulis ya atau tidak
import-number = "{ $text }" bukan bilangan; tulis angka saja
import-rate = "{ $text }" bukan bagian; tulis seperti 0,5% (paling banyak 4 desimal) atau 1/22
import-factor = "{ $text }" bukan bagian; tulis seperti 80%, 0,8 atau 4/5
import-factor-unclear = "{ $text }" dapat dibaca dengan dua cara; tulis dengan tandanya, seperti 80%
import-factor-large = "{ $text }" lebih dari dua kali TPP; periksa
import-percent = "{ $text }" bukan persentase; tulis seperti 95,5
import-percent-negative = "{ $text }" negatif; persentase terletak antara 0 dan 100
import-percent-decimals = "{ $text }" lebih dari dua desimal; bulatkan
import-percent-over = "{ $text }" lebih dari 100; persentase terletak antara 0 dan 100
import-percent-unclear = "{ $text }" dapat berarti bagian atau persentase; tulis persentase dengan tandanya, seperti 95%
import-code = "{ $text }" bukan kode; pakai paling banyak 40 huruf, angka dan tanda hubung
import-name = "{ $text }" tidak dapat menjadi { $what }; pakai 1 sampai 64 huruf, angka atau { $extra }
import-what-skpd-code = kode SKPD
import-what-schedule = pola kerja
import-what-employment-kind = jenis kepegawaian
import-word = "{ $text }" bukan { $what } yang dikenal; pakai salah satu dari { $known }

# Yang ada di sebelahnya.
import-person-in-line = orang ini sudah ada di baris { $line }
import-person-in-row = orang ini sudah ada di baris { $line }
import-row-twice = sudah punya baris; sisakan satu
import-ends-early = berakhir { $until }, sebelum mulai { $from }
import-ends-before = berakhir sebelum mulai; periksa kedua tanggalnya

# Kinerja.
import-no-result = baris ini tidak memuat hasil; isi dahulu
import-predikat = "{ $text }" bukan predikat; tulis salah satu dari: { $known }
import-predikat-other = berkas menyebut { $said }, padahal hasil dan perilaku menjadi { $made }; periksa keduanya
import-expectation = "{ $text }" bukan ekspektasi; tulis di atas, sesuai atau di bawah ekspektasi
import-oneself = ini Anda sendiri; hapus barisnya, biar orang lain yang mengisi
import-heads-unit = ini kepala unit; hapus barisnya, biar BKPSDM yang mengisi
import-other-unit = bertugas di unit lain; hapus barisnya

# Giliran.
import-no-such-day = { $month } tidak punya tanggal { $day }; kosongkan selnya
import-not-in-service = tidak bertugas di { $skpd } pada { $date }
import-closed = { $month } sudah ditutup untuk pembayaran; minta dibuka dahulu
import-own-past = { $date } sudah lewat, dan tidak ada yang mengubah harinya sendiri yang sudah lewat
import-no-shifts = { $schedule } tidak punya giliran untuk dipilih; ubah pola kerjanya
import-shift = "{ $text }" bukan giliran; tulis { $known }, atau L untuk libur
import-turn = "{ $text }" bukan giliran; tulis huruf giliran, atau - untuk libur

# Pegawai.
import-nip-in-line = NIP ini sudah ada di baris { $line } dengan hari pertama yang sama
import-two-people = kedua NIP dikenal sebagai dua orang; kosongkan NIP lamanya
import-former-new = NIP lamanya baru ada di berkas ini; muat dahulu
import-former-nobody = tidak ada pegawai dengan NIP ini; periksa angkanya
import-class = "{ $text }" bukan kelas jabatan; kelas terletak antara 1 dan 17
import-tpp-reason = aturan tidak menyebut berapa TPP yang tersisa karena "{ $text }"; isi faktornya, atau tpp tidak, atau salah satu dari: { $known }
import-schedule = aturan tidak punya pola kerja "{ $text }"; pakai salah satu dari: { $known }
import-cycle-place = "{ $text }" bukan tempat dalam putaran; tulis jumlah hari
import-pin = "{ $text }" bukan PIN mesin; bila lembar kerja mengubahnya menjadi angka, jadikan kolomnya teks
import-pin-none = tidak ada PIN
import-pin-long = PIN lebih dari { $bytes } bita
import-pin-unreadable = PIN memuat karakter di luar ASCII yang dapat dicetak
import-pin-taken = PIN { $pin } kelompok { $group } milik { $nip }, yang masih bertugas

# Yang diperlukan untuk membayar.
import-said-in-line = baris { $line } sudah menyebutnya untuk orang dan hari ini
import-says-nothing = baris ini tidak menyebut apa-apa tentang orang ini; isi dahulu
import-law-silent = tidak ada nilai "{ $what }" yang berlaku pada { $on }; tambahkan pada berkas aturan dengan peraturan dan pasalnya
import-family = "{ $text }" bukan status keluarga; tulis salah satu dari: { $known }
import-agreed = aturan tidak mengenal potongan "{ $text }"; tulis salah satu dari: { $known }
import-golongan = "{ $text }" bukan golongan; tulis seperti III/b, atau IX untuk PPPK
import-email = "{ $text }" bukan alamat surel; tulis seperti nama@contoh.go.id
import-amount = "{ $text }" bukan jumlah; tulis rupiah bulat, seperti 3500000
import-amount-large = "{ $text }" lebih dari yang dibayarkan kepada seseorang sebulan; periksa
import-account-rounded = lembar kerja mengubah nomor rekening ini menjadi angka sehingga angka belakangnya hilang; jadikan kolomnya teks, lalu ketik ulang
import-account-digits = nomor rekening hanya angka; periksa
import-account-length = nomor rekening ini { $count } angka; seharusnya { $min } sampai { $max }
import-much = "{ $text }" bukan jumlah; tulis bagian (2,5%), rupiah (50000), atau usulan
import-much-large = "{ $text }" lebih dari seluruhnya; periksa komanya
import-acting = "{ $text }" bukan cara merangkap; tulis plt atau plh
import-level = "{ $text }" bukan jenjang; tulis lebih tinggi, setingkat atau lebih rendah

# Cuti, dinas, dan kejadian.
import-excuse = "{ $text }" bukan jenis cuti atau dinas; pakai salah satu dari { $known }
import-excuse-reason = izin perlu alasan; sebut suratnya
import-kind-spelling = tulis jenisnya "{ $code }", bukan "{ $text }"
import-both-times = isi kedua jamnya, atau kosongkan keduanya untuk sehari penuh
import-times-backwards = jam selesai harus sesudah jam mulai
import-lasts = berlangsung { $days } hari; periksa tahunnya
import-overlaps = bertumpuk dengan { $kind } dari { $from } sampai { $until }, yang sudah tercatat; hapus barisnya, atau minta yang itu dicabut dahulu
import-overlaps-line = bertumpuk dengan { $kind } dari { $from } sampai { $until } di baris { $line }; sisakan satu
import-changes-closed = { $months } sudah ditutup; yang berubah menjadi susulan (month supplement)
import-beyond-balance = { $days } hari kerja lebih dari sisa cuti tahunan { $year }; periksa harinya, atau muat sisa cutinya (leave opening)
import-year = "{ $text }" bukan tahun; tulis dengan empat angka, 2026
import-days-left = "{ $text }" bukan jumlah hari yang tersisa; tulis 0 sampai { $max }
import-occurrence = "{ $text }" bukan kejadian; tulis missed:apel, away atau sanction:teguran-lisan
import-occurrence-reason = kejadian perlu alasan; sebut dokumennya
import-occurrence-amount = untuk { $code } jumlahnya antara 1 dan { $max }, bukan { $amount }
import-code-spelling = tulis kodenya "{ $code }", bukan "{ $text }"
import-minutes = sebut berapa menit

# Jabatan.
import-desk = isi organisasinya, dan unitnya bila ini kepala unit; atau "sekda", "bupati" atau, untuk organisasi, "bendahara" di kolom kedudukan
import-capacity = "{ $text }" bukan cara menjabat; tulis definitif, plt atau plh
