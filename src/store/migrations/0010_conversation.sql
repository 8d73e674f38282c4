-- What is voted on in an activity, by whom (known only by a digest) and how.
CREATE TABLE conversation (
    activity_id  BIGINT PRIMARY KEY REFERENCES activity (id),
    process_id   BIGINT NOT NULL REFERENCES process (id),
    moderation   TEXT   NOT NULL,
    state        TEXT   NOT NULL
);

CREATE TABLE statement (
    id           {id},
    process_id   BIGINT NOT NULL REFERENCES process (id),
    activity_id  BIGINT NOT NULL REFERENCES activity (id),
    number       BIGINT NOT NULL,
    public_id    TEXT   NOT NULL,
    form_key     TEXT,
    text         TEXT   NOT NULL,
    origin       TEXT   NOT NULL,
    state        TEXT   NOT NULL,
    reason       TEXT,
    note         TEXT   NOT NULL,
    proposed_at  BIGINT NOT NULL,
    decided_at   BIGINT,
    -- That staff have made of it.
    inspel_id    BIGINT REFERENCES inspel (id),
    -- Of the newest map: how much is learnt by showing it next, and how many have been shown it.
    priority     DOUBLE PRECISION NOT NULL,
    exposures    BIGINT NOT NULL,
    UNIQUE (activity_id, number),
    UNIQUE (activity_id, form_key)
);
CREATE INDEX statement_by_state ON statement (activity_id, state, number);
CREATE INDEX statement_by_inspel ON statement (inspel_id);

-- The digest is of the cookie's key together with the activity, so that nobody is followed between activities.
-- How sure it is who votes (`assurance`) never changes; what they say of themselves is empty when they have not.
CREATE TABLE participant (
    id            {id},
    process_id    BIGINT  NOT NULL REFERENCES process (id),
    activity_id   BIGINT  NOT NULL REFERENCES activity (id),
    key_digest    {bytes} NOT NULL UNIQUE,
    assurance     TEXT    NOT NULL,
    joined_at     BIGINT  NOT NULL,
    municipality  TEXT    NOT NULL,
    actor_kind    TEXT    NOT NULL,
    age_class     TEXT    NOT NULL
);
CREATE INDEX participant_by_activity ON participant (activity_id, id);

-- The vote that counts: a person's last on a statement, and its line of the history.
CREATE TABLE vote (
    participant_id  BIGINT NOT NULL REFERENCES participant (id),
    statement_id    BIGINT NOT NULL REFERENCES statement (id),
    value           BIGINT NOT NULL,
    cast_id         BIGINT NOT NULL,
    PRIMARY KEY (participant_id, statement_id)
);

-- Every vote that was given, in order. `probability`: the chance that the statement had to be shown then.
CREATE TABLE vote_cast (
    id              {id},
    activity_id     BIGINT NOT NULL REFERENCES activity (id),
    participant_id  BIGINT NOT NULL,
    statement_id    BIGINT NOT NULL,
    value           BIGINT NOT NULL,
    cast_at         BIGINT NOT NULL,
    probability     DOUBLE PRECISION
);
CREATE INDEX vote_cast_by_activity ON vote_cast (activity_id, id);
-- One person's lines of the history, for whoever takes back their votes.
CREATE INDEX vote_cast_by_participant ON vote_cast (participant_id);

-- Votes that the open log has a commitment to, from one to another. The salts follow from the key.
CREATE TABLE vote_batch (
    id           {id},
    process_id   BIGINT  NOT NULL REFERENCES process (id),
    activity_id  BIGINT  NOT NULL REFERENCES activity (id),
    last_cast    BIGINT  NOT NULL,
    votes        BIGINT  NOT NULL,
    log_place    BIGINT  NOT NULL,
    salt_key     {bytes} NOT NULL
);
CREATE INDEX vote_batch_by_activity ON vote_batch (activity_id, id);

-- Who has taken back all their votes: for the thread that draws the map, which may hold them in memory.
CREATE TABLE voter_erased (
    id              {id},
    activity_id     BIGINT NOT NULL REFERENCES activity (id),
    participant_id  BIGINT NOT NULL
);
CREATE INDEX voter_erased_by_activity ON voter_erased (activity_id, id);

-- Who has changed what they say of themselves: for the thread that draws the map.
CREATE TABLE voter_change (
    id              {id},
    activity_id     BIGINT NOT NULL REFERENCES activity (id),
    participant_id  BIGINT NOT NULL
);
CREATE INDEX voter_change_by_activity ON voter_change (activity_id, id);
CREATE INDEX voter_change_by_participant ON voter_change (participant_id);

-- The last map of each day.
CREATE TABLE opinion_snapshot (
    activity_id  BIGINT NOT NULL REFERENCES activity (id),
    process_id   BIGINT NOT NULL REFERENCES process (id),
    day          BIGINT NOT NULL,
    drawn_at     BIGINT NOT NULL,
    last_cast    BIGINT NOT NULL,
    is_final     BIGINT NOT NULL,
    result       TEXT   NOT NULL,
    PRIMARY KEY (activity_id, day)
);

-- What the next map needs of the last, so that it goes on after a restart as if nothing had happened.
CREATE TABLE opinion_memory (
    activity_id  BIGINT PRIMARY KEY REFERENCES activity (id),
    process_id   BIGINT NOT NULL REFERENCES process (id),
    memory       TEXT   NOT NULL
);

CREATE TABLE group_name (
    activity_id  BIGINT NOT NULL REFERENCES activity (id),
    process_id   BIGINT NOT NULL REFERENCES process (id),
    label        BIGINT NOT NULL,
    name         TEXT   NOT NULL,
    PRIMARY KEY (activity_id, label)
);

-- How many people there are of each kind in the county, to hold those who vote against.
CREATE TABLE population (
    activity_id  BIGINT NOT NULL REFERENCES activity (id),
    process_id   BIGINT NOT NULL REFERENCES process (id),
    question     TEXT   NOT NULL,
    category     TEXT   NOT NULL,
    people       BIGINT NOT NULL,
    PRIMARY KEY (activity_id, question, category)
);
