-- Every table carries regency_id first in its key. Days are numbers of days since 1970-01-01,
-- instants microseconds since then in UTC, readings of walls seconds since then on that wall,
-- months as 202610, truths 0 or 1. Text of keys is compared byte by byte, as in SQLite.

-- The regencies of this database, each with the last number given of every kind. Whoever writes
-- takes this row first, so numbers are given once.
CREATE TABLE regency (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    terminals BIGINT NOT NULL DEFAULT 0,
    deliveries BIGINT NOT NULL DEFAULT 0,
    quarantined BIGINT NOT NULL DEFAULT 0,
    marks BIGINT NOT NULL DEFAULT 0,
    people BIGINT NOT NULL DEFAULT 0,
    facts BIGINT NOT NULL DEFAULT 0,
    pins BIGINT NOT NULL DEFAULT 0,
    occurrences BIGINT NOT NULL DEFAULT 0,
    excuses BIGINT NOT NULL DEFAULT 0,
    accounts BIGINT NOT NULL DEFAULT 0,
    sign_offs BIGINT NOT NULL DEFAULT 0,
    audits BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE audit (
    regency_id BIGINT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    verb TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (regency_id, number)
);

-- Terminals tell again what they have told.
CREATE INDEX audit_operation ON audit (regency_id, verb, subject, detail)
    WHERE verb = 'terminal.operation';

CREATE TABLE skpd (
    regency_id BIGINT NOT NULL,
    code TEXT COLLATE "C" NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (regency_id, code)
);

CREATE TABLE sign_off (
    regency_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    value TEXT NOT NULL,
    digest TEXT COLLATE "C" NOT NULL,
    signed_by TEXT NOT NULL,
    basis TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (regency_id, id)
);

CREATE TABLE account (
    regency_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    username TEXT COLLATE "C" NOT NULL,
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL,
    skpd TEXT COLLATE "C",
    person BIGINT,
    active BIGINT NOT NULL,
    PRIMARY KEY (regency_id, id),
    UNIQUE (regency_id, username)
);

CREATE TABLE session (
    regency_id BIGINT NOT NULL,
    token_digest TEXT COLLATE "C" NOT NULL,
    account BIGINT NOT NULL,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    PRIMARY KEY (regency_id, token_digest),
    FOREIGN KEY (regency_id, account) REFERENCES account (regency_id, id)
);
CREATE INDEX session_account ON session (regency_id, account);

CREATE TABLE terminal (
    regency_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    serial TEXT COLLATE "C" NOT NULL,
    name TEXT NOT NULL,
    skpd TEXT COLLATE "C",
    pin_group TEXT COLLATE "C" NOT NULL,
    zone BIGINT NOT NULL,
    state TEXT NOT NULL,
    first_seen BIGINT,
    last_seen BIGINT,
    last_delivery BIGINT,
    last_request TEXT NOT NULL,
    last_info TEXT NOT NULL,
    PRIMARY KEY (regency_id, id),
    UNIQUE (regency_id, serial)
);

-- What arrived, as it arrived; only deliveries that brought something new are kept.
CREATE TABLE delivery (
    regency_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    terminal BIGINT NOT NULL,
    source TEXT NOT NULL,
    received BIGINT NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (regency_id, id)
);

-- Rows are only ever added. A month is one range of the key, and a person's month a few: one for
-- each PIN. No foreign keys: terminal and delivery are written in the same transaction, and
-- looking them up again for each punch would halve the speed.
CREATE TABLE punch (
    regency_id BIGINT NOT NULL,
    month BIGINT NOT NULL,
    pin TEXT COLLATE "C" NOT NULL,
    terminal BIGINT NOT NULL,
    at BIGINT NOT NULL,
    zone BIGINT NOT NULL,
    status BIGINT,
    verify BIGINT,
    delivery BIGINT NOT NULL,
    line BIGINT NOT NULL,
    PRIMARY KEY (regency_id, month, pin, terminal, at)
);

-- How many punches of a terminal lie in a month: which months there are, and counts at once.
CREATE TABLE punch_month (
    regency_id BIGINT NOT NULL,
    terminal BIGINT NOT NULL,
    month BIGINT NOT NULL,
    punches BIGINT NOT NULL,
    PRIMARY KEY (regency_id, terminal, month)
);

-- Known by terminal and SHA-256 of the raw line.
CREATE TABLE quarantine (
    regency_id BIGINT NOT NULL,
    terminal BIGINT NOT NULL,
    digest TEXT COLLATE "C" NOT NULL,
    id BIGINT NOT NULL,
    delivery BIGINT NOT NULL,
    line BIGINT NOT NULL,
    reason TEXT NOT NULL,
    pin TEXT COLLATE "C",
    raw BYTEA NOT NULL,
    decision TEXT,
    decided BIGINT,
    PRIMARY KEY (regency_id, terminal, digest),
    UNIQUE (regency_id, id)
);

-- Days of a PIN to evaluate again, as bits: bit 1 is the first of the month. The id changes when
-- a marked day is marked again, so that whoever read the row before cannot clear it.
CREATE TABLE stale_pin (
    regency_id BIGINT NOT NULL,
    month BIGINT NOT NULL,
    pin TEXT COLLATE "C" NOT NULL,
    terminal BIGINT NOT NULL,
    id BIGINT NOT NULL,
    days BIGINT NOT NULL,
    PRIMARY KEY (regency_id, month, pin, terminal)
);

-- Days of a person to evaluate again.
CREATE TABLE stale_person (
    regency_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    from_day BIGINT NOT NULL,
    until_day BIGINT NOT NULL,
    PRIMARY KEY (regency_id, id)
);

CREATE TABLE fact (
    regency_id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    valid_from BIGINT NOT NULL,
    id BIGINT NOT NULL,
    recorded BIGINT NOT NULL,
    nip TEXT COLLATE "C" NOT NULL,
    name TEXT NOT NULL,
    skpd TEXT COLLATE "C" NOT NULL,
    unit TEXT NOT NULL,
    position TEXT NOT NULL,
    class BIGINT,
    employment TEXT NOT NULL,
    schedule TEXT NOT NULL,
    tpp_eligible BIGINT NOT NULL,
    tpp_factor_num BIGINT,
    tpp_factor_den BIGINT,
    tpp_reason TEXT,
    in_service BIGINT NOT NULL,
    PRIMARY KEY (regency_id, person, valid_from, id)
);
CREATE INDEX fact_nip ON fact (regency_id, nip);
CREATE INDEX fact_skpd ON fact (regency_id, skpd);

CREATE TABLE pin (
    regency_id BIGINT NOT NULL,
    pin_group TEXT COLLATE "C" NOT NULL,
    pin TEXT COLLATE "C" NOT NULL,
    valid_from BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    recorded BIGINT NOT NULL,
    PRIMARY KEY (regency_id, pin_group, pin, valid_from, id)
);
CREATE INDEX pin_person ON pin (regency_id, person);

CREATE TABLE performance (
    regency_id BIGINT NOT NULL,
    month BIGINT NOT NULL,
    person BIGINT NOT NULL,
    productivity_bp BIGINT,
    predikat TEXT,
    recorded BIGINT NOT NULL,
    PRIMARY KEY (regency_id, month, person)
);

CREATE TABLE occurrence (
    regency_id BIGINT NOT NULL,
    day BIGINT NOT NULL,
    person BIGINT NOT NULL,
    id BIGINT NOT NULL,
    code TEXT COLLATE "C" NOT NULL,
    amount BIGINT NOT NULL,
    reason TEXT NOT NULL,
    recorded BIGINT NOT NULL,
    PRIMARY KEY (regency_id, day, person, id)
);

CREATE TABLE excuse (
    regency_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    kind TEXT NOT NULL,
    from_day BIGINT NOT NULL,
    until_day BIGINT NOT NULL,
    minute_from BIGINT,
    minute_until BIGINT,
    reason TEXT NOT NULL,
    recorded BIGINT NOT NULL,
    PRIMARY KEY (regency_id, id)
);
CREATE INDEX excuse_person ON excuse (regency_id, person, from_day);
CREATE INDEX excuse_until ON excuse (regency_id, until_day);

CREATE TABLE month_result (
    regency_id BIGINT NOT NULL,
    month BIGINT NOT NULL,
    person BIGINT NOT NULL,
    skpd TEXT COLLATE "C" NOT NULL,
    law_version TEXT NOT NULL,
    facts_digest TEXT NOT NULL,
    evaluated BIGINT NOT NULL,
    gross BIGINT NOT NULL,
    net BIGINT NOT NULL,
    problems BIGINT NOT NULL,
    PRIMARY KEY (regency_id, month, person)
);
CREATE INDEX month_result_skpd ON month_result (regency_id, month, skpd);

-- The long part of a month, apart so that sums need not read it.
CREATE TABLE month_detail (
    regency_id BIGINT NOT NULL,
    month BIGINT NOT NULL,
    person BIGINT NOT NULL,
    days BYTEA NOT NULL,
    statement BYTEA NOT NULL,
    PRIMARY KEY (regency_id, month, person)
);
