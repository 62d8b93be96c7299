-- Matters: what somebody asks for or opens and others decide, step by step. Nothing here is ever
-- edited but where a matter stands.
ALTER TABLE regency ADD COLUMN matters BIGINT NOT NULL DEFAULT 0;
ALTER TABLE regency ADD COLUMN registered BIGINT NOT NULL DEFAULT 0;

CREATE TABLE matter (
    regency_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    person BIGINT,
    skpd TEXT NOT NULL,
    from_day BIGINT NOT NULL,
    until_day BIGINT NOT NULL,
    unique_key TEXT,
    data TEXT NOT NULL,
    stage TEXT NOT NULL,
    desk TEXT,
    due BIGINT,
    at BIGINT NOT NULL,
    opened_by TEXT NOT NULL,
    steps BIGINT NOT NULL,
    PRIMARY KEY (regency_id, id),
    UNIQUE (regency_id, kind, unique_key)
) WITHOUT ROWID;
CREATE INDEX matter_desk ON matter (regency_id, desk) WHERE desk IS NOT NULL;
CREATE INDEX matter_person ON matter (regency_id, person);
CREATE INDEX matter_skpd ON matter (regency_id, skpd, until_day);

CREATE TABLE matter_step (
    regency_id BIGINT NOT NULL,
    matter BIGINT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    person BIGINT,
    verb TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (regency_id, matter, number)
) WITHOUT ROWID;

-- Readings that people vouched for. Those of a matter are withdrawn together.
CREATE TABLE noted (
    regency_id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    at BIGINT NOT NULL,
    matter BIGINT NOT NULL,
    withdrawn BIGINT,
    PRIMARY KEY (regency_id, person, at, matter)
) WITHOUT ROWID;
CREATE INDEX noted_matter ON noted (regency_id, matter);

-- What was recorded without a matter has none.
ALTER TABLE excuse ADD COLUMN matter BIGINT;
ALTER TABLE excuse ADD COLUMN withdrawn BIGINT;
CREATE INDEX excuse_matter ON excuse (regency_id, matter) WHERE matter IS NOT NULL;
ALTER TABLE occurrence ADD COLUMN matter BIGINT;
ALTER TABLE occurrence ADD COLUMN withdrawn BIGINT;
CREATE INDEX occurrence_matter ON occurrence (regency_id, matter) WHERE matter IS NOT NULL;

CREATE TABLE detail (
    regency_id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    detail TEXT NOT NULL,
    valid_from BIGINT NOT NULL,
    id BIGINT NOT NULL,
    value TEXT NOT NULL,
    recorded BIGINT NOT NULL,
    PRIMARY KEY (regency_id, person, detail, valid_from, id)
) WITHOUT ROWID;

CREATE TABLE post (
    regency_id BIGINT NOT NULL,
    desk TEXT NOT NULL,
    valid_from BIGINT NOT NULL,
    id BIGINT NOT NULL,
    holder BIGINT,
    capacity TEXT NOT NULL,
    recorded BIGINT NOT NULL,
    PRIMARY KEY (regency_id, desk, valid_from, id)
) WITHOUT ROWID;

-- Statements as they were when their month was closed.
CREATE TABLE frozen (
    regency_id BIGINT NOT NULL,
    closing BIGINT NOT NULL,
    person BIGINT NOT NULL,
    statement BLOB NOT NULL,
    gross BIGINT NOT NULL,
    net BIGINT NOT NULL,
    PRIMARY KEY (regency_id, closing, person)
);

CREATE TABLE law_text (
    regency_id BIGINT NOT NULL,
    version TEXT NOT NULL,
    text BLOB NOT NULL,
    PRIMARY KEY (regency_id, version)
);
