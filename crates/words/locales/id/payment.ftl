### Pembayaran: mengapa daftar belum boleh dibayar, dan catatan di bawahnya.

payment-day-unfit = { $month } tidak dapat dibayar pada { $day }. Isi tanggal bayar dari { $first } sampai { $last }.
payment-open-not-closed = bulan belum ditutup
payment-open-law-unverified = sebagian aturan TPP belum disahkan
payment-open-month-not-over = bulan belum berakhir
payment-open-productivity-missing = capaian kinerja belum dimasukkan
payment-open-law-silent = aturan tidak menyebut besaran yang diperlukan
payment-open-payout-law = sebagian aturan pembayaran (iuran, pajak, potongan) belum disahkan
payment-note-reason = Belum boleh dibayar: { $what } ({ $people } orang)
payment-note-person = { $name } (NIP { $nip }): { $what }
payment-note-more = … dan { $people } hal lain
payment-note-owed = { $people } orang harus mengembalikan { $amount }. Bank tidak menariknya: catat di Pengembalian kelebihan bayar.
payment-note-no-account = { $people } orang yang menerima uang belum mempunyai nomor rekening
payment-note-elsewhere = { $name } (NIP { $nip }) tidak ada dalam daftar ini: bulan ini dibayar { $skpd }
payment-note-employer = Dibayar pemberi kerja di luar jumlah ini: { $amount }
payment-note-extra = Dihitung dari TPP bulan { $month }, menurut aturan pada tanggal { $day }
payment-note-without-extra-not-entitled = Tidak menerima karena jenis kepegawaiannya: { $people } orang
payment-note-without-extra-excluded = Tidak menerima karena statusnya (misalnya cuti di luar tanggungan negara): { $people } orang
payment-note-without-left-service = Tidak menerima karena tidak lagi bekerja pada hari pembayaran: { $people } orang
payment-note-sptjm = Yang dipertanggungjawabkan secara mutlak (SPTJM), { $month }: { $people } orang, TPP setelah potongan kehadiran { $gross }, BPJS, pajak, dan potongan lain { $deduction }, dibayarkan { $net }
payment-line-part = TPP kelas { $class }, bagian { $factor }, masa { $portion }
payment-line-less = { $what } ({ $already })
payment-sign-bkpsdm = Kepala BKPSDM
payment-sign-sekda = Sekretaris Daerah
payment-sign-plt = Plt. { $post }
payment-sign-plh = Plh. { $post }
