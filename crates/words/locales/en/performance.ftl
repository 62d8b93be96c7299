### Predikat and productivity of a month, by unit.
performance-title = Performance predikat
performance-nobody = Nobody's month belongs to this unit.
performance-missing = { $count ->
    [one] { $count } employee incomplete
   *[other] { $count } employees incomplete
}
performance-complete = All employees are complete
performance-results = Results of work
performance-behaviour = Behaviour
performance-productivity = Productivity (%)
performance-predikat = Predikat
performance-cut = Cut this month
performance-none-yet = not yet
performance-enter = Save
performance-enter-explained = The predikat follows from results and behaviour. All rows of this page are saved at once, or none.
performance-entered = { $count ->
    [0] Nothing changed.
    [one] The predikat of { $count } employee was saved.
   *[other] The predikat of { $count } employees was saved.
}
performance-refused = Nothing was saved: { $why }
performance-bad-half = { $nip }: choose both results and behaviour.
performance-bad-productivity = { $nip }: write a productivity from 0 to 100, as 95,5.
performance-bad-elsewhere = { $nip }: not of this unit this month. Load the page again.
performance-bad-overtaken = { $nip }: somebody else filled it in meanwhile. Look at what holds now, then repeat.
performance-bad-oneself = { $nip }: this is yourself. The unit's head or BKPSDM fills in yours.
performance-closed-oneself = Yourself; the unit's head or BKPSDM fills it in
performance-closed-head = Heads the unit; BKPSDM fills it in
performance-bad-head = { $nip }: this is the head of the unit. BKPSDM fills that in, not the unit itself.
performance-import-title = Load a file of e-Kinerja
performance-mapping = Layout of columns
performance-mapping-hint = Choose the layout whose columns are called as in your file. If there is none, ask BKPSDM to prepare it, or enter the predikat in the table above.
performance-mapping-choice = { $name }: headings in row { $row }; columns { $columns }
performance-file = XLSX file
performance-file-hint = This unit's employees only. With one bad row nothing is saved. At most 5 MB.
performance-file-none = Choose a file and its layout.
performance-file-large = The file is larger than 5 MB. Cut it into several.
performance-import = Load file
performance-imported = { $rows } rows read; the predikat of { $count } employees was saved.
performance-bad-row = Row { $line }, column { $column }: { $reason }
performance-bad-more = and { $count } more rows
performance-law-title = By law
performance-cuts = cuts
performance-no-cuts = By this month's law a predikat cuts nothing from the TPP.
performance-others-whole = A predikat that is not named is paid in full.
performance-expectation-di-atas = Above expectation
performance-expectation-sesuai = As expected
performance-expectation-di-bawah = Below expectation
performance-predikat-sangat-baik = Sangat baik (very good)
performance-predikat-baik = Baik (good)
performance-predikat-butuh-perbaikan = Butuh perbaikan (needs improvement)
performance-predikat-kurang = Kurang (poor)
performance-predikat-sangat-kurang = Sangat kurang (very poor)
