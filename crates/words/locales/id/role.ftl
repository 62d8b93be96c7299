### Peran dan kedudukan.

role-pegawai = Pegawai
role-pimpinan = Pimpinan
role-operator = Operator unit
role-bkpsdm = BKPSDM
role-bendahara = Bendahara
role-auditor = Inspektorat
role-employment-pns = PNS
role-employment-cpns = CPNS
role-employment-pppk = PPPK
role-employment-pppk-paruh-waktu = PPPK paruh waktu
role-employment-non-asn = Non-ASN
