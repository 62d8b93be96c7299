### Halaman kesalahan.

error-bad-request = Permintaan ini tidak dapat dibaca
error-bad-request-do = Kembali ke halaman sebelumnya, muat ulang, lalu coba sekali lagi. Jika alamatnya diketik, periksa ejaannya.
error-forbidden = Halaman ini bukan untuk akun Anda
error-forbidden-do = Jika Anda memerlukannya untuk pekerjaan, mintalah operator unit atau BKPSDM memberi akun Anda peran yang sesuai.
error-not-found = Halaman tidak ditemukan
error-not-found-do = Periksa alamatnya: mungkin salah ketik, atau bulan dan orang yang dicari belum ada datanya.
error-not-found-name = Tidak ada "{ $name }".
error-internal = Maaf, ada yang salah di pihak kami
error-internal-do = Tidak ada data yang hilang. Coba lagi; jika tetap gagal, sampaikan kode di bawah ini kepada pengelola Abdi.
error-unavailable = Penyimpanan data sedang tidak menjawab
error-unavailable-do = Scan tetap aman di mesin dan dikirim lagi. Coba lagi beberapa menit lagi; jika tetap begini, pengelola perlu memeriksa cakram dan basis data.
error-reference = Kode:
error-home = Ke halaman awal
error-form-foreign = Formulir ini dari sesi yang sudah berakhir. Buka lagi halamannya, lalu kirim sekali lagi.
error-upload-too-large = Berkasnya terlalu banyak atau terlalu besar, jadi permohonan tidak dikirim. Kembali, lalu pilih lebih sedikit berkas, masing-masing paling besar 5 MB.
error-upload-no-room = Banyak berkas sedang dikirim bersamaan. Tunggu satu menit, lalu kirim sekali lagi.
error-no-such-month = Tidak ada bulan "{ $text }". Tulis bulan seperti 2026-10.
error-nothing-in-month = Belum ada data untuk { $month }.
