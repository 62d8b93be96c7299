### Other names.

verbatim = { $text }
names-tpp-tpg = a teacher who receives TPG
names-tpp-blud = staff of a BLUD
names-tpp-tugas-belajar = study by order
names-tpp-cltn = leave outside the dependants of the state
names-tpp-mpp = preparing for retirement
names-tpp-diberhentikan-sementara = suspended
names-tpp-diperbantukan = seconded elsewhere
