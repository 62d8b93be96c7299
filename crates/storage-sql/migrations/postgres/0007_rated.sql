-- What made a predikat: how results of work and behaviour stand to what was expected.
ALTER TABLE performance ADD COLUMN results TEXT COLLATE "C";
ALTER TABLE performance ADD COLUMN behaviour TEXT COLLATE "C";
