### Cuti, dinas, izin: hasil pemeriksaan permohonan, surat, dan pejabat yang memutuskan.

leave-finding-backwards = Tanggal selesai mendahului tanggal mulai. Perbaiki tanggalnya.
leave-finding-implausible-dates = Rentang tanggal ini terlalu jauh atau terlalu panjang. Periksa tahunnya.
leave-finding-no-rule = Aturan untuk jenis ini bagi { $employment } belum ada di data hukum. Periksa peraturannya sebelum memutuskan.
leave-finding-not-open = Jenis ini tidak terbuka bagi { $employment }. Pilih jenis lain atau tanyakan kepada BKPSDM.
leave-finding-service-too-short = Masa kerja belum cukup. Jenis ini dapat diajukan untuk tanggal { $date } atau sesudahnya.
leave-finding-balance-exceeded = Cuti ini melebihi sisa cuti tahunan { $year } sebanyak { $days } hari kerja. Kurangi harinya atau pilih jenis lain.
leave-finding-annual-closed = Karena cuti besar, tidak ada hak cuti tahunan untuk tahun { $year }. Hanya sisa tahun sebelumnya yang dapat dipakai.
leave-finding-annual-overdrawn = Cuti besar ini menghapus hak cuti tahunan { $year }, padahal { $days } hari kerja sudah disetujui. Batalkan dahulu cuti tahunan itu.
leave-finding-overlaps = Pada waktu yang sama sudah ada { $kind }, { $from } sampai { $until }. Ubah tanggalnya, atau batalkan dahulu yang itu.
leave-finding-too-long = Melebihi lama yang diizinkan sebanyak { $days } hari. Tanggal selesai paling lambat { $date }.
leave-finding-needs-extension = Sesudah { $date } diperlukan keputusan perpanjangan.
leave-finding-too-short = Paling singkat { $days } hari kerja. Pilih tanggal yang memuat hari kerja.
leave-finding-travel-too-long = Tambahan hari perjalanan paling lama { $days } hari kalender. Kurangi harinya.
leave-finding-yearly-limit = Paling banyak { $limit } hari kerja dalam setahun; untuk tahun { $year } kelebihan { $days } hari. Kurangi harinya.
leave-finding-proof-missing = Lampirkan { $proof }.
leave-finding-reason-missing = Pilih alasan dari daftar yang disebut peraturan.
leave-finding-child-missing = Isi kelahiran anak keberapa.
leave-finding-child-beyond = Jenis ini hanya sampai kelahiran anak ke-{ $most }. Tanyakan kepada BKPSDM.
leave-finding-child-beyond-instead = Jenis ini hanya sampai kelahiran anak ke-{ $most }. Ajukan { $kind }.
leave-finding-hours-not-allowed = Jenis ini tidak dapat diajukan menurut jam. Ajukan untuk satu hari penuh.
leave-finding-hours-over-days = Permohonan menurut jam hanya untuk satu hari. Ajukan satu permohonan untuk setiap hari.
leave-finding-place-missing = Isi tempat tugasnya.
leave-finding-closed-month = Bulan { $month } sudah ditutup untuk pembayaran. Ajukan lewat BKPSDM sebagai susulan.

leave-weight-refuses = belum dapat disetujui
leave-weight-notes = perlu diketahui

leave-wfa-unit-excluded = Unit ini dikecualikan dari kerja dari lokasi lain. Pegawainya bekerja di kantor.
leave-wfa-share-reached = Batas unit untuk hari itu sudah tercapai, { $count } orang. Pilih hari lain.
leave-wfa-week-reached = Paling banyak { $count } hari seminggu. Pilih hari di minggu lain.

leave-proof-surat-atasan = surat pemberitahuan kepada atasan
leave-proof-surat-keterangan = surat keterangan tentang alasannya
leave-proof-surat-dokter = surat dokter
leave-proof-surat-dokter-pemerintah = surat dokter pemerintah
leave-proof-surat-rawat-inap = surat rawat inap dari rumah sakit
leave-proof-surat-tugas = surat tugas

leave-approver-atasan = atasan langsung
leave-approver-kepala-skpd = kepala SKPD
leave-approver-bkpsdm = BKPSDM
leave-approver-sekda = Sekretaris Daerah
leave-approver-bupati = Bupati

page-leave-title = Cuti saya
page-leave-left = Sisa cuti tahunan
page-leave-days = { $count } hari kerja
page-leave-lapsing = { $count } hari di antaranya hangus bila tidak dipakai tahun ini.
page-leave-overdrawn = { $count } hari sudah diambil melebihi hak. Bicarakan dengan BKPSDM.
page-leave-entitled = Cuti tahunan dapat diambil mulai
page-leave-closed = Tahun ini tanpa cuti tahunan sendiri:
page-leave-ahead = Sisa pada tanggal
page-leave-ahead-hint = Tanggal yang akan datang, misalnya 4-1-2027.
page-leave-look-ahead = Hitung
page-leave-ahead-past = Tulis tanggal sesudah hari ini.
page-leave-ahead-no-date = Tulis tanggal seperti 4-1-2027.
page-leave-ahead-if = Bila tidak ada permohonan lain.
page-leave-step-lapsed = { $days } hari dari { $year } hangus
page-leave-step-granted = { $days } hari baru
page-leave-lots = Menurut tahun pemberian
page-leave-year = Tahun
page-leave-granted = Diberikan
page-leave-used = Terpakai
page-leave-reserved = Dipesan
page-leave-rest = Sisa
page-leave-expires = Berlaku sampai
page-leave-basis = Dasar
page-leave-uses = Yang diambil atau diajukan
page-leave-no-uses = Belum ada.
leave-note-law-silent = Tidak ada dalam daftar karena aturan tidak menyebut cuti tahunannya: { $people } orang
