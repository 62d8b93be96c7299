### Predikat dan capaian kinerja sebulan, per unit.
performance-title = Predikat kinerja
performance-nobody = Tidak ada pegawai yang bulannya milik unit ini.
performance-missing = { $count } pegawai belum lengkap
performance-complete = Semua pegawai sudah lengkap
performance-results = Hasil kerja
performance-behaviour = Perilaku kerja
performance-productivity = Capaian (%)
performance-predikat = Predikat
performance-cut = Potongan bulan ini
performance-none-yet = belum ada
performance-enter = Simpan
performance-enter-explained = Predikat dihitung dari hasil kerja dan perilaku kerja. Semua baris halaman ini disimpan sekaligus, atau tidak sama sekali.
performance-entered = { $count ->
    [0] Tidak ada yang berubah.
   *[other] Predikat { $count } pegawai disimpan.
}
performance-refused = Tidak ada yang disimpan: { $why }
performance-bad-half = { $nip }: pilih hasil kerja dan perilaku kerja, keduanya.
performance-bad-productivity = { $nip }: tulis capaian 0 sampai 100, misalnya 95,5.
performance-bad-elsewhere = { $nip }: bulan ini bukan pegawai unit ini. Muat ulang halaman.
performance-bad-overtaken = { $nip }: sementara itu sudah diisi orang lain. Lihat isinya yang baru, lalu ulangi.
performance-bad-oneself = { $nip }: ini Anda sendiri. Predikat Anda diisi pimpinan unit atau BKPSDM.
performance-closed-oneself = Anda sendiri; diisi pimpinan unit atau BKPSDM
performance-closed-head = Kepala unit; diisi BKPSDM
performance-bad-head = { $nip }: ini kepala unit. Predikatnya diisi BKPSDM, tidak oleh unitnya sendiri.
performance-import-title = Muat berkas e-Kinerja
performance-mapping = Susunan kolom
performance-file = Berkas XLSX
performance-file-hint = Hanya pegawai unit ini. Satu baris salah, tidak ada yang disimpan. Paling besar 5 MB.
performance-file-none = Pilih berkas dan susunan kolomnya.
performance-file-large = Berkas lebih dari 5 MB. Bagi menjadi beberapa berkas.
performance-import = Muat berkas
performance-imported = { $rows } baris dibaca; predikat { $count } pegawai disimpan.
performance-bad-row = Baris { $line }, kolom { $column }: { $reason }
performance-bad-more = dan { $count } baris lagi
performance-law-title = Menurut aturan
performance-cuts = dipotong
performance-no-cuts = Menurut aturan bulan ini predikat tidak memotong TPP.
performance-others-whole = Predikat yang tidak disebut dibayar penuh.
performance-expectation-di-atas = Di atas ekspektasi
performance-expectation-sesuai = Sesuai ekspektasi
performance-expectation-di-bawah = Di bawah ekspektasi
performance-predikat-sangat-baik = Sangat baik
performance-predikat-baik = Baik
performance-predikat-butuh-perbaikan = Butuh perbaikan
performance-predikat-kurang = Kurang
performance-predikat-sangat-kurang = Sangat kurang
