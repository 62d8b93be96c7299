-- What waits for a person can be very much, because a terminal sends whatever it likes: pages read
-- the first of it by these, and count it without reading the lines.
CREATE INDEX quarantine_waiting ON quarantine (regency_id, id, terminal) WHERE decision IS NULL;
CREATE INDEX stale_pin_terminal ON stale_pin (regency_id, terminal, pin);
