### Kinds of leave, duty and permission, by their codes.

excuse-cuti-tahunan = annual leave
excuse-cuti-besar = long leave
excuse-cuti-sakit = sick leave
excuse-cuti-sakit-rawat-inap = sick leave, inpatient
excuse-cuti-sakit-kecelakaan = sick leave after an accident at work
excuse-cuti-melahirkan = maternity leave
excuse-cuti-alasan-penting = leave for an important reason
excuse-cltn = leave outside the dependants of the state
excuse-haji = hajj
excuse-umrah = umrah
excuse-mpp = preparation for retirement
excuse-tugas-belajar = study by order
excuse-dinas-luar = duty outside the regency's offices
excuse-dinas-dalam = duty in another office of the regency
excuse-diklat = training
excuse-wfa = work from anywhere (WFA)
excuse-izin-terlambat = permission to come late
excuse-izin-pulang-cepat = permission to leave early
