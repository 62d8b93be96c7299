### Aturan yang berlaku.

law-show-title = Aturan yang berlaku pada
law-show-version = versi
law-show-missing = Belum ada di sumber mana pun
law-show-until = sampai
law-show-from = sejak
law-show-signed = disahkan oleh
law-show-invented = peraturan contoh
law-show-note = Catatan
law-status-confirmed = naskah dibaca
law-status-secondary = sumber kedua
law-status-assumed = anggapan
