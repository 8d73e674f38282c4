-- Maps that were drawn before there was a rule for what may be published of votes show single people's places.
DELETE FROM opinion_snapshot;

-- Every version of a conversation's map that was ever published, as far as what may follow depends on it: the
-- statements on it, and the people (numbers) that each figure stands for. Never published.
CREATE TABLE opinion_release (
    activity_id  BIGINT NOT NULL REFERENCES activity (id),
    process_id   BIGINT NOT NULL REFERENCES process (id),
    version      BIGINT NOT NULL,
    statements   TEXT   NOT NULL,
    partitions   TEXT   NOT NULL,
    PRIMARY KEY (activity_id, version)
);

-- A person's votes on the map of that version, and of those after it until there is another line. They go with
-- the person's votes.
CREATE TABLE released_ballot (
    participant_id  BIGINT NOT NULL,
    version         BIGINT NOT NULL,
    activity_id     BIGINT NOT NULL REFERENCES activity (id),
    votes           TEXT   NOT NULL,
    PRIMARY KEY (participant_id, version)
);
CREATE INDEX released_ballot_by_activity ON released_ballot (activity_id, version);

-- When the votes have been opened: the numbers of the statements whose votes in the batch may be seen.
ALTER TABLE vote_batch ADD COLUMN opened TEXT NOT NULL DEFAULT '';

-- How many people, in fives, wait for the next version.
ALTER TABLE opinion_memory ADD COLUMN waiting BIGINT NOT NULL DEFAULT 0;
