-- What the region may concentrate on: proposed, weighed, decided. One that was not chosen stays, with why.
CREATE TABLE priority (
    id           {id},
    process_id   BIGINT NOT NULL REFERENCES process (id),
    number       BIGINT NOT NULL,
    kind         TEXT   NOT NULL,
    title        TEXT   NOT NULL,
    text         TEXT   NOT NULL,
    vision       TEXT   NOT NULL,
    needs        TEXT   NOT NULL,
    jobs         BIGINT,
    mass         TEXT   NOT NULL,
    relatedness  TEXT   NOT NULL,
    objections   TEXT   NOT NULL,
    proposed_on  BIGINT,
    outcome      TEXT   NOT NULL,
    became       TEXT   NOT NULL,
    motive       TEXT   NOT NULL,
    decided_on   BIGINT,
    UNIQUE (process_id, number)
);

-- A meeting where a priority was tried: who took part, and what was learned.
CREATE TABLE discovery (
    id           {id},
    process_id   BIGINT NOT NULL REFERENCES process (id),
    priority_id  BIGINT NOT NULL REFERENCES priority (id),
    event_id     BIGINT NOT NULL REFERENCES event (id),
    people       BIGINT NOT NULL,
    sectors      TEXT   NOT NULL,
    learned      TEXT   NOT NULL,
    noted_at     BIGINT NOT NULL
);
CREATE INDEX discovery_by_priority ON discovery (priority_id);
