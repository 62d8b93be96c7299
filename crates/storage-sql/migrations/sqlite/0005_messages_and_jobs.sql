-- Readers of messages: what each chose, how far each has looked and was told. No message is kept.
CREATE TABLE reader (
    regency_id BIGINT NOT NULL,
    account BIGINT NOT NULL,
    settings TEXT NOT NULL,
    looked BIGINT,
    told_by_email BIGINT,
    told_by_webhook BIGINT,
    PRIMARY KEY (regency_id, account)
) WITHOUT ROWID;
CREATE INDEX matter_step_at ON matter_step (regency_id, at);

-- Long work, and the file that came of it.
CREATE TABLE job (
    regency_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    skpd TEXT,
    data TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    at BIGINT NOT NULL,
    state TEXT NOT NULL,
    unwanted BIGINT NOT NULL,
    done BIGINT NOT NULL,
    steps BIGINT NOT NULL,
    ended BIGINT,
    reason TEXT,
    file_digest TEXT,
    file_name TEXT,
    file_bytes BIGINT,
    PRIMARY KEY (regency_id, id)
) WITHOUT ROWID;
-- Of what is about the same, one is open at a time.
CREATE UNIQUE INDEX job_open ON job (regency_id, kind, about)
    WHERE state = 'waiting' OR state = 'running';
