CREATE TABLE inspel (
    id              {id},
    process_id      BIGINT NOT NULL REFERENCES process (id),
    number          BIGINT NOT NULL,
    public_id       TEXT   NOT NULL,
    form_key        TEXT,
    code_digest     {bytes} NOT NULL UNIQUE,
    channel         TEXT   NOT NULL,
    activity_id     BIGINT REFERENCES activity (id),
    step_id         BIGINT REFERENCES step (id),
    actor_kind      TEXT   NOT NULL,
    organisation    TEXT   NOT NULL,
    municipality    TEXT   NOT NULL,
    topic_id        BIGINT REFERENCES topic (id),
    concerns        TEXT   NOT NULL,
    title           TEXT   NOT NULL,
    text            TEXT   NOT NULL,
    shown_title     TEXT   NOT NULL,
    shown_text      TEXT   NOT NULL,
    language        TEXT   NOT NULL,
    received_at     BIGINT NOT NULL,
    state           TEXT   NOT NULL,
    decided_at      BIGINT,
    decline_reason  TEXT,
    decline_note    TEXT   NOT NULL,
    issue_count     BIGINT NOT NULL,
    UNIQUE (process_id, number),
    UNIQUE (process_id, form_key)
);
CREATE INDEX inspel_by_state ON inspel (process_id, state, id);
CREATE INDEX inspel_by_topic ON inspel (process_id, state, topic_id, id);
CREATE INDEX inspel_by_municipality ON inspel (process_id, state, municipality, id);
CREATE INDEX inspel_by_actor_kind ON inspel (process_id, state, actor_kind, id);
CREATE INDEX inspel_by_step ON inspel (process_id, state, step_id, id);
CREATE INDEX inspel_by_issue_count ON inspel (process_id, state, issue_count, id);

-- How to reach the sender. Never public, so it is kept apart.
CREATE TABLE inspel_contact (
    inspel_id   BIGINT PRIMARY KEY REFERENCES inspel (id),
    process_id  BIGINT NOT NULL REFERENCES process (id),
    contact     TEXT   NOT NULL
);

CREATE TABLE addition (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    inspel_id   BIGINT NOT NULL REFERENCES inspel (id),
    text        TEXT   NOT NULL,
    form_key    TEXT,
    added_at    BIGINT NOT NULL,
    is_shown    BIGINT NOT NULL,
    UNIQUE (inspel_id, form_key)
);
CREATE INDEX addition_by_inspel ON addition (inspel_id, id);
CREATE INDEX addition_by_process ON addition (process_id, is_shown, id);

CREATE TABLE issue_group (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    title       TEXT   NOT NULL
);

CREATE TABLE answer (
    id            {id},
    process_id    BIGINT NOT NULL REFERENCES process (id),
    outcome       TEXT   NOT NULL,
    text          TEXT   NOT NULL,
    written_at    BIGINT NOT NULL,
    published_at  BIGINT
);
CREATE INDEX answer_by_publication ON answer (process_id, published_at, id);

CREATE TABLE issue (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    inspel_id   BIGINT NOT NULL REFERENCES inspel (id),
    position    BIGINT NOT NULL,
    quote       TEXT   NOT NULL,
    title       TEXT   NOT NULL,
    topic_id    BIGINT REFERENCES topic (id),
    assignee    TEXT   NOT NULL,
    deadline    BIGINT,
    group_id    BIGINT REFERENCES issue_group (id),
    answer_id   BIGINT REFERENCES answer (id),
    UNIQUE (inspel_id, position)
);
CREATE INDEX issue_by_answer ON issue (process_id, answer_id, deadline, id);
CREATE INDEX issue_of_answer ON issue (answer_id);
CREATE INDEX issue_by_group ON issue (process_id, group_id);

-- Which outcomes an inspel's issues have, so that a filter need not read the issues.
CREATE TABLE inspel_outcome (
    process_id  BIGINT NOT NULL REFERENCES process (id),
    outcome     TEXT   NOT NULL,
    inspel_id   BIGINT NOT NULL REFERENCES inspel (id),
    issues      BIGINT NOT NULL,
    PRIMARY KEY (process_id, outcome, inspel_id)
);
CREATE INDEX inspel_outcome_by_inspel ON inspel_outcome (inspel_id);

CREATE TABLE text_block (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    title       TEXT   NOT NULL,
    text        TEXT   NOT NULL
);
CREATE INDEX text_block_by_process ON text_block (process_id, id);

-- Kept counts: pages read them instead of counting.
CREATE TABLE tally (
    process_id  BIGINT NOT NULL REFERENCES process (id),
    facet       TEXT   NOT NULL,
    value       TEXT   NOT NULL,
    n           BIGINT NOT NULL,
    PRIMARY KEY (process_id, facet, value)
);
