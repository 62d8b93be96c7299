### Tanda, status, dan tingkat kepastian.

status-present = Hadir
status-late = Terlambat
status-left-early = Pulang cepat
status-absent = Tanpa keterangan
status-excused = Dinas atau cuti
status-off = Libur
status-needs-look = Perlu dilihat
status-ahead = Belum dinilai
status-simulation = SIMULASI
status-unsigned = DITUTUP, BELUM DITANDATANGANI
status-final = FINAL
status-final-explained = Hitungannya lengkap dan menurut aturan yang disahkan. Dibayar setelah bulan ditutup dan ditandatangani.
status-source-confirmed = naskah dibaca
status-source-verified = disahkan pejabat
status-source-secondary = sumber kedua
status-source-assumed = anggapan
