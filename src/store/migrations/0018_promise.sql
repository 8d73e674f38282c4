-- Within how many days of its receipt an inspel was promised answers. Other rules later promise nothing else.
ALTER TABLE inspel ADD COLUMN promised_days BIGINT;
UPDATE inspel SET promised_days = (SELECT answer_days FROM process WHERE process.id = inspel.process_id);

-- That the day an answer was promised by was moved: when, why, and by how much.
CREATE TABLE deadline_move (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    issue_id    BIGINT NOT NULL,
    from_day    BIGINT NOT NULL,
    to_day      BIGINT NOT NULL,
    reason      TEXT   NOT NULL,
    moved_at    BIGINT NOT NULL
);
CREATE INDEX deadline_move_by_issue ON deadline_move (issue_id, id);
CREATE INDEX deadline_move_by_process ON deadline_move (process_id);
