### Mengapa sebuah baris di karantina, menurut kodenya.

reason-before-2005 = tahunnya sebelum 2005: jam mesin kembali ke awal
reason-ahead-of-server = lebih dari 24 jam di depan server
reason-impossible-date = tanggal ini tidak ada
reason-nul-bytes = barisnya berisi byte kosong
reason-not-a-record = bukan baris scan
reason-no-pin = tidak ada PIN
reason-pin-too-long = PIN terlalu panjang
reason-unreadable-pin = PIN tidak terbaca
reason-no-time = tidak ada waktu
reason-unreadable-time = waktu tidak terbaca
reason-no-code = tidak ada kode
reason-too-many-bad-lines = baris ini dan baris rusak sesudahnya terlalu banyak untuk dicatat satu per satu; isi kirimannya tetap disimpan
