### Jenis cuti, dinas dan izin, menurut kodenya.

excuse-cuti-tahunan = cuti tahunan
excuse-cuti-besar = cuti besar
excuse-cuti-sakit = cuti sakit
excuse-cuti-sakit-rawat-inap = cuti sakit, rawat inap
excuse-cuti-sakit-kecelakaan = cuti sakit karena kecelakaan kerja
excuse-cuti-melahirkan = cuti melahirkan
excuse-cuti-alasan-penting = cuti karena alasan penting
excuse-cltn = cuti di luar tanggungan negara
excuse-haji = haji
excuse-umrah = umrah
excuse-mpp = masa persiapan pensiun
excuse-tugas-belajar = tugas belajar
excuse-dinas-luar = dinas luar
excuse-dinas-dalam = dinas dalam
excuse-diklat = diklat
excuse-wfa = bekerja dari mana saja (WFA)
excuse-izin-terlambat = izin terlambat
excuse-izin-pulang-cepat = izin pulang cepat
