-- Days absent of a month beside its sums, so that a year of a whole regency is counted without
-- reading its days. What is kept was computed without them: by no law, so that it is computed again.
ALTER TABLE month_result ADD COLUMN absences BIGINT NOT NULL DEFAULT 0;
UPDATE month_result SET law_version = '';
