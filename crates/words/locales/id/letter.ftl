### Kalimat di dalam surat, slip, dan daftar yang dicetak. Susunan suratnya ada di content/letters.

letter-working-days = { $days } hari kerja
letter-alleged = tidak masuk kerja tanpa keterangan yang sah
letter-alleged-on = tidak masuk kerja tanpa keterangan yang sah pada { $days }
letter-finding = bahwa { $name } { $what }
letter-basis = bahwa hal itu tercatat dalam naskah nomor { $number }
letter-violation = { $what }, menurut { $article }
letter-point-months = Hukuman ini berlaku selama { $months } bulan.
letter-point-in-place-of = Hukuman ini dijatuhkan sebagai ganti { $sanction }, yang menunggu peraturan lain.
letter-point-effect = Keputusan ini mulai berlaku menurut peraturan tentang disiplin pegawai dan disampaikan kepada yang bersangkutan.
letter-annual-leave = Cuti tahunan { $year }
letter-lapses = dapat dipakai sampai { $date }
letter-blank-number = nomor surat
letter-blank-officer = pejabat yang menandatangani
letter-blank-article = dasar keputusan
letter-blank-decision = keputusan pejabat
letter-outage-cause = { $cause } ({ $reason })
letter-outage-settled = { $date }: { $times }
letter-sptjm = Surat pernyataan tanggung jawab mutlak
letter-download = Unduh PDF
letter-request = Surat permohonan (PDF)
letter-decision = Surat keputusan (PDF)
letter-outage = Surat keputusan keadaan luar biasa (PDF)
letter-title = Surat
