### Sebutan lain.

verbatim = { $text }
names-no-tpp-tpg = guru penerima TPG tidak menerima TPP
