### Jenis cuti.

leave-tahunan = cuti tahunan
leave-sakit = cuti sakit
leave-besar = cuti besar
leave-melahirkan = cuti melahirkan
leave-alasan-penting = cuti karena alasan penting
leave-bersama = cuti bersama
leave-cltn = cuti di luar tanggungan negara
