-- Which edits of a paragraph each cause led to, so that what became of its words can be checked.
CREATE TABLE revision_cause (
    revision_id      BIGINT NOT NULL REFERENCES revision (id),
    process_id       BIGINT NOT NULL REFERENCES process (id),
    before_revision  BIGINT REFERENCES revision (id),
    kind             TEXT   NOT NULL,
    cause_id         BIGINT NOT NULL,
    PRIMARY KEY (revision_id, kind, cause_id)
);
CREATE INDEX revision_cause_by_cause ON revision_cause (kind, cause_id);
CREATE INDEX revision_cause_by_process ON revision_cause (process_id);
-- What became of it in the newest frozen version that was checked, by the words there.
ALTER TABLE change_cause ADD COLUMN standing TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE change_cause ADD COLUMN judged_in BIGINT REFERENCES version (id);
DROP INDEX change_cause_by_process;
CREATE INDEX change_cause_by_process ON change_cause (process_id, kind, cause_id, change_id, standing);
