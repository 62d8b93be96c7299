### The law in force.

law-show-title = Law in force on
law-show-version = version
law-show-missing = In no source
law-show-until = until
law-show-from = from
law-show-signed = signed off by
law-show-invented = invented act
law-show-note = Note
law-status-confirmed = text read
law-status-secondary = secondary source
law-status-assumed = assumed
