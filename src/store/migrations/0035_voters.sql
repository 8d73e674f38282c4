-- What somebody who votes has chosen to tell of themselves; empty when they have not.
ALTER TABLE participant ADD COLUMN municipality TEXT NOT NULL DEFAULT '';
ALTER TABLE participant ADD COLUMN actor_kind TEXT NOT NULL DEFAULT '';

-- Who has taken back all their votes: for the keeper of the map, which may hold them in memory.
CREATE TABLE voter_erased (
    id              {id},
    activity_id     BIGINT NOT NULL REFERENCES activity (id),
    participant_id  BIGINT NOT NULL
);
CREATE INDEX voter_erased_by_activity ON voter_erased (activity_id, id);

-- The inspel that staff have made of a statement.
ALTER TABLE statement ADD COLUMN inspel_id BIGINT REFERENCES inspel (id);
CREATE INDEX statement_by_inspel ON statement (inspel_id);
