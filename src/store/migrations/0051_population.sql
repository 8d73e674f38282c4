-- What somebody who votes has chosen to tell, and when it was changed: for the keeper of the map.
ALTER TABLE participant ADD COLUMN age_class TEXT NOT NULL DEFAULT '';
CREATE TABLE voter_told (
    id              {id},
    activity_id     BIGINT NOT NULL REFERENCES activity (id),
    participant_id  BIGINT NOT NULL
);
CREATE INDEX voter_told_by_activity ON voter_told (activity_id, id);
CREATE INDEX voter_told_by_participant ON voter_told (participant_id);

-- How many people there are of each kind in the county, to hold those who vote against.
CREATE TABLE population (
    activity_id  BIGINT NOT NULL REFERENCES activity (id),
    process_id   BIGINT NOT NULL REFERENCES process (id),
    question     TEXT   NOT NULL,
    category     TEXT   NOT NULL,
    people       BIGINT NOT NULL,
    PRIMARY KEY (activity_id, question, category)
);
