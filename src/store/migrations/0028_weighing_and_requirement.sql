-- Many say which of some priorities matter most to them. Its days never change, so that what is published when it is
-- over stands.
CREATE TABLE weighing (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    number      BIGINT NOT NULL,
    title       TEXT   NOT NULL,
    items       TEXT   NOT NULL,
    opens       BIGINT NOT NULL,
    closes      BIGINT NOT NULL,
    UNIQUE (process_id, number)
);

-- Who was asked by a link of their own.
CREATE TABLE weighing_invitation (
    id            {id},
    process_id    BIGINT NOT NULL REFERENCES process (id),
    weighing_id   BIGINT NOT NULL REFERENCES weighing (id),
    organisation  TEXT   NOT NULL,
    sector        TEXT   NOT NULL,
    invited_at    BIGINT NOT NULL
);
CREATE INDEX weighing_invitation_by_weighing ON weighing_invitation (weighing_id);

-- One for each person: the newest counts. The person is a digest of a key that only they have.
CREATE TABLE weighing_answer (
    id           {id},
    process_id   BIGINT NOT NULL REFERENCES process (id),
    weighing_id  BIGINT NOT NULL REFERENCES weighing (id),
    person       TEXT   NOT NULL,
    assurance    TEXT   NOT NULL,
    sector       TEXT   NOT NULL,
    points       TEXT   NOT NULL,
    choices      TEXT   NOT NULL,
    UNIQUE (weighing_id, person)
);

-- What a person judged of a requirement of a checklist. Each judgement is a row of its own: the newest counts.
CREATE TABLE judgement (
    id           {id},
    process_id   BIGINT NOT NULL REFERENCES process (id),
    list         TEXT   NOT NULL,
    version      TEXT   NOT NULL,
    code         TEXT   NOT NULL,
    status       TEXT   NOT NULL,
    grade        BIGINT,
    comment      TEXT   NOT NULL,
    evidence     TEXT   NOT NULL,
    role         TEXT   NOT NULL,
    judged_at    BIGINT NOT NULL
);
CREATE INDEX judgement_by_requirement ON judgement (process_id, list, code, id);
