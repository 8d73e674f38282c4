-- The plan for participation and assessment. An edition that is published never changes; a draft is the staff's own.
CREATE TABLE plan (
    id            {id},
    process_id    BIGINT NOT NULL REFERENCES process (id),
    edition       BIGINT NOT NULL,
    purpose       TEXT   NOT NULL,
    open_to       TEXT   NOT NULL,
    fixed         TEXT   NOT NULL,
    changed       TEXT   NOT NULL,
    published_at  BIGINT,
    UNIQUE (process_id, edition)
);

CREATE TABLE plan_line (
    id             {id},
    process_id     BIGINT  NOT NULL REFERENCES process (id),
    plan_id        BIGINT  NOT NULL REFERENCES plan (id),
    number         BIGINT  NOT NULL,
    kind           TEXT    NOT NULL,
    name           TEXT    NOT NULL,
    text           TEXT    NOT NULL,
    way            TEXT    NOT NULL,
    day            BIGINT,
    template_code  TEXT    NOT NULL,
    is_promised    BIGINT NOT NULL,
    UNIQUE (plan_id, number)
);

-- What became of a promise. The newest counts; those before it stay to be read.
CREATE TABLE promise_outcome (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    line        BIGINT NOT NULL,
    status      TEXT   NOT NULL,
    text        TEXT   NOT NULL,
    evidence    TEXT   NOT NULL,
    role        TEXT   NOT NULL,
    noted_at    BIGINT NOT NULL
);
CREATE INDEX promise_outcome_by_line ON promise_outcome (process_id, line, id);

-- Nothing is decided while the assessments have gaps either, unless somebody says in public why it goes on.
ALTER TABLE waiver ADD COLUMN unassessed BIGINT NOT NULL DEFAULT 0;
