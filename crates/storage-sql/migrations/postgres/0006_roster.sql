-- Turns that people were given day by day. Of several for a day the last recorded holds; those of
-- a matter are withdrawn together.
CREATE TABLE roster (
    regency_id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    day BIGINT NOT NULL,
    id BIGINT NOT NULL,
    turn TEXT COLLATE "C",
    recorded BIGINT NOT NULL,
    matter BIGINT,
    withdrawn BIGINT,
    PRIMARY KEY (regency_id, person, day, id)
);
CREATE INDEX roster_day ON roster (regency_id, day);
CREATE INDEX roster_matter ON roster (regency_id, matter) WHERE matter IS NOT NULL;
