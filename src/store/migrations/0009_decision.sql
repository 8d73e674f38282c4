-- A public decision to go on although something lacks an answer: why, and how much lacked one.
CREATE TABLE waiver (
    id             {id},
    process_id     BIGINT NOT NULL REFERENCES process (id),
    reason         TEXT   NOT NULL,
    unread         BIGINT NOT NULL,
    unsplit        BIGINT NOT NULL,
    unanswered     BIGINT NOT NULL,
    newest_inspel  BIGINT NOT NULL,
    waived_at      BIGINT NOT NULL
);
CREATE INDEX waiver_by_process ON waiver (process_id, id);

-- When it was said that every answer is public.
CREATE TABLE answers_declared (
    id           {id},
    process_id   BIGINT NOT NULL REFERENCES process (id),
    inspel       BIGINT NOT NULL,
    issues       BIGINT NOT NULL,
    waiver_id    BIGINT REFERENCES waiver (id),
    declared_at  BIGINT NOT NULL
);
CREATE INDEX answers_declared_by_process ON answers_declared (process_id, id);

CREATE TABLE decision (
    id             {id},
    process_id     BIGINT NOT NULL REFERENCES process (id),
    number         BIGINT NOT NULL,
    body_id        BIGINT NOT NULL REFERENCES body (id),
    version_id     BIGINT NOT NULL UNIQUE REFERENCES version (id),
    digest         TEXT   NOT NULL,
    decided_on     BIGINT NOT NULL,
    paragraph      TEXT   NOT NULL,
    diary_number   TEXT   NOT NULL,
    text           TEXT   NOT NULL,
    dissent        TEXT   NOT NULL,
    noticed_on     BIGINT,
    waiver_id      BIGINT REFERENCES waiver (id),
    was_consulted  BIGINT NOT NULL,
    recorded_at    BIGINT NOT NULL,
    UNIQUE (process_id, number)
);

-- Consultation with Sámi representatives by law 2022:66.
CREATE TABLE sami_consultation (
    id           {id},
    process_id   BIGINT NOT NULL REFERENCES process (id),
    number       BIGINT NOT NULL,
    counterpart  TEXT   NOT NULL,
    outcome      TEXT   NOT NULL,
    motive       TEXT   NOT NULL,
    UNIQUE (process_id, number)
);

CREATE TABLE sami_consultation_event (
    id               {id},
    process_id       BIGINT NOT NULL REFERENCES process (id),
    consultation_id  BIGINT NOT NULL REFERENCES sami_consultation (id),
    kind             TEXT   NOT NULL,
    day              BIGINT NOT NULL,
    text             TEXT   NOT NULL,
    digest           TEXT   NOT NULL
);
CREATE INDEX sami_consultation_event_by_consultation ON sami_consultation_event (consultation_id, day, id);
