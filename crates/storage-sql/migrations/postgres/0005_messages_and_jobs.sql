-- Readers of messages: what each chose, how far each has looked and was told. No message is kept.
CREATE TABLE reader (
    regency_id BIGINT NOT NULL,
    account BIGINT NOT NULL,
    settings TEXT NOT NULL,
    looked BIGINT,
    told_by_email BIGINT,
    told_by_webhook BIGINT,
    PRIMARY KEY (regency_id, account)
);
CREATE INDEX matter_step_at ON matter_step (regency_id, at);

-- Long work, and the file that came of it.
CREATE TABLE job (
    regency_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    about TEXT COLLATE "C" NOT NULL,
    skpd TEXT COLLATE "C",
    data TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    at BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    unwanted BIGINT NOT NULL,
    done BIGINT NOT NULL,
    steps BIGINT NOT NULL,
    ended BIGINT,
    reason TEXT,
    file_digest TEXT,
    file_name TEXT,
    file_bytes BIGINT,
    PRIMARY KEY (regency_id, id)
);
-- Of what is about the same, one is open at a time.
CREATE UNIQUE INDEX job_open ON job (regency_id, kind, about)
    WHERE state = 'waiting' OR state = 'running';
