-- How sure it is who voted: how they came to vote, which never changes.
ALTER TABLE participant ADD COLUMN assurance TEXT NOT NULL DEFAULT 'anonymous';

-- One person's lines of the history, for whoever takes back their votes.
CREATE INDEX vote_cast_by_participant ON vote_cast (participant_id);
