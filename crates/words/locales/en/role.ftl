### Roles and employment.

role-pegawai = Employee
role-pimpinan = Head
role-operator = Unit operator
role-bkpsdm = Personnel office
role-bendahara = Treasurer
role-auditor = Auditor
role-employment-pns = PNS (civil servant)
role-employment-cpns = CPNS (on probation)
role-employment-pppk = PPPK (contract)
role-employment-pppk-paruh-waktu = PPPK part-time
role-employment-non-asn = Non-ASN
