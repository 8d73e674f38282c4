-- Impact assessments: each follows a template of a data file, by its code and the version that was valid when it began.
CREATE TABLE assessment (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    number      BIGINT NOT NULL,
    kind        TEXT   NOT NULL,
    version     TEXT   NOT NULL,
    subject     TEXT   NOT NULL,
    role        TEXT   NOT NULL,
    due         BIGINT,
    begun_at    BIGINT NOT NULL,
    UNIQUE (process_id, number)
);

-- Which paragraphs an assessment is about.
CREATE TABLE assessed_paragraph (
    id             {id},
    process_id     BIGINT NOT NULL REFERENCES process (id),
    assessment_id  BIGINT NOT NULL REFERENCES assessment (id),
    node_id        BIGINT NOT NULL REFERENCES node (id),
    linked_at      BIGINT NOT NULL,
    UNIQUE (assessment_id, node_id)
);

-- What was answered in a step. The newest counts; those before it stay to be read.
CREATE TABLE step_answer (
    id             {id},
    process_id     BIGINT  NOT NULL REFERENCES process (id),
    assessment_id  BIGINT  NOT NULL REFERENCES assessment (id),
    step           TEXT    NOT NULL,
    outcome        TEXT    NOT NULL,
    text           TEXT    NOT NULL,
    evidence       TEXT    NOT NULL,
    day            BIGINT,
    is_looked_at   BIGINT  NOT NULL,
    role           TEXT    NOT NULL,
    answered_at    BIGINT  NOT NULL
);
CREATE INDEX step_answer_by_assessment ON step_answer (assessment_id, step, id);

-- The words of each paragraph that an answer was given about. An answer is old when one has other words.
CREATE TABLE answer_basis (
    id           {id},
    process_id   BIGINT NOT NULL REFERENCES process (id),
    answer_id    BIGINT NOT NULL REFERENCES step_answer (id),
    node_id      BIGINT NOT NULL REFERENCES node (id),
    revision_id  BIGINT REFERENCES revision (id)
);
CREATE INDEX answer_basis_by_answer ON answer_basis (answer_id);

CREATE TABLE goal_conflict (
    id             {id},
    process_id     BIGINT NOT NULL REFERENCES process (id),
    assessment_id  BIGINT NOT NULL REFERENCES assessment (id),
    number         BIGINT NOT NULL,
    name           TEXT   NOT NULL,
    goal           TEXT   NOT NULL,
    against        TEXT   NOT NULL,
    weighing       TEXT   NOT NULL,
    role           TEXT   NOT NULL,
    noted_at       BIGINT NOT NULL,
    UNIQUE (assessment_id, number)
);
