-- What is shown is a copy, in which a passage can be masked; what was sent stands as it was.
CREATE TABLE inspel (
    id                  {id},
    process_id          BIGINT  NOT NULL REFERENCES process (id),
    number              BIGINT  NOT NULL,
    public_id           TEXT    NOT NULL,
    form_key            TEXT,
    code_digest         {bytes} NOT NULL UNIQUE,
    channel             TEXT    NOT NULL,
    activity_id         BIGINT  REFERENCES activity (id),
    step_id             BIGINT  REFERENCES step (id),
    actor_kind          TEXT    NOT NULL,
    organisation        TEXT    NOT NULL,
    shown_organisation  TEXT    NOT NULL,
    municipality        TEXT    NOT NULL,
    topic_id            BIGINT  REFERENCES topic (id),
    concerns            TEXT    NOT NULL,
    title               TEXT    NOT NULL,
    text                TEXT    NOT NULL,
    shown_title         TEXT    NOT NULL,
    shown_text          TEXT    NOT NULL,
    language            TEXT    NOT NULL,
    received_at         BIGINT  NOT NULL,
    state               TEXT    NOT NULL,
    decided_at          BIGINT,
    decline_reason      TEXT,
    decline_note        TEXT    NOT NULL,
    issue_count         BIGINT  NOT NULL,
    UNIQUE (process_id, number),
    UNIQUE (process_id, form_key)
);
CREATE INDEX inspel_by_state ON inspel (process_id, state, id);
CREATE INDEX inspel_by_topic ON inspel (process_id, state, topic_id, id);
CREATE INDEX inspel_by_municipality ON inspel (process_id, state, municipality, id);
CREATE INDEX inspel_by_actor_kind ON inspel (process_id, state, actor_kind, id);
CREATE INDEX inspel_by_step ON inspel (process_id, state, step_id, id);
CREATE INDEX inspel_by_issue_count ON inspel (process_id, state, issue_count, id);
CREATE INDEX inspel_by_concerns ON inspel (process_id, concerns, state, id);
-- Figures by sender and place are read from these alone, without the texts.
CREATE INDEX inspel_by_sender ON inspel (process_id, state, actor_kind, municipality, channel, issue_count);
-- The log names an inspel by this.
CREATE INDEX inspel_by_public_id ON inspel (public_id);

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
    shown_text  TEXT   NOT NULL,
    form_key    TEXT,
    added_at    BIGINT NOT NULL,
    is_shown    BIGINT NOT NULL,
    UNIQUE (inspel_id, form_key)
);
CREATE INDEX addition_by_inspel ON addition (inspel_id, id);
CREATE INDEX addition_by_process ON addition (process_id, is_shown, id);

-- That a passage of what is shown was masked, when, why and in what role; never the words.
CREATE TABLE redaction (
    id           {id},
    process_id   BIGINT NOT NULL REFERENCES process (id),
    inspel_id    BIGINT NOT NULL REFERENCES inspel (id),
    reason       TEXT   NOT NULL,
    letters      BIGINT NOT NULL,
    places       BIGINT NOT NULL,
    role         TEXT   NOT NULL,
    redacted_at  BIGINT NOT NULL
);
CREATE INDEX redaction_by_inspel ON redaction (inspel_id, id);

-- Which outcomes an inspel's issues have, so that a filter need not read the issues.
CREATE TABLE inspel_outcome (
    process_id  BIGINT NOT NULL REFERENCES process (id),
    outcome     TEXT   NOT NULL,
    inspel_id   BIGINT NOT NULL REFERENCES inspel (id),
    issues      BIGINT NOT NULL,
    PRIMARY KEY (process_id, outcome, inspel_id)
);
CREATE INDEX inspel_outcome_by_inspel ON inspel_outcome (inspel_id);

-- Kept counts: pages read them instead of counting.
CREATE TABLE tally (
    process_id  BIGINT NOT NULL REFERENCES process (id),
    facet       TEXT   NOT NULL,
    value       TEXT   NOT NULL,
    n           BIGINT NOT NULL,
    PRIMARY KEY (process_id, facet, value)
);
