### Other words.

verbatim = { $text }
names-no-tpp-tpg = teachers who receive the TPG receive no TPP
