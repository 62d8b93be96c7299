### Kinds of leave.

leave-tahunan = annual leave
leave-sakit = sick leave
leave-besar = long leave
leave-melahirkan = maternity leave
leave-alasan-penting = leave for an important reason
leave-bersama = joint leave
leave-cltn = leave without state pay
