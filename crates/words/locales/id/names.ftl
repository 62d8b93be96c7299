### Sebutan lain.

verbatim = { $text }
names-tpp-tpg = guru penerima TPG
names-tpp-blud = pegawai BLUD
names-tpp-tugas-belajar = tugas belajar
names-tpp-cltn = cuti di luar tanggungan negara
names-tpp-mpp = masa persiapan pensiun
names-tpp-diberhentikan-sementara = diberhentikan sementara
names-tpp-diperbantukan = diperbantukan di luar daerah
