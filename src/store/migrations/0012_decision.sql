-- A public decision to go on although something lacks an answer: why, and how much lacked one.
CREATE TABLE waiver (
    id              {id},
    process_id      BIGINT NOT NULL REFERENCES process (id),
    reason          TEXT   NOT NULL,
    unread          BIGINT NOT NULL,
    unsplit         BIGINT NOT NULL,
    unanswered      BIGINT NOT NULL,
    newest_inspel   BIGINT NOT NULL,
    waived_at       BIGINT NOT NULL
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

-- Figures by sender and place are read from these alone, without the texts.
CREATE INDEX inspel_by_sender ON inspel (process_id, state, actor_kind, municipality, channel, issue_count);
CREATE INDEX change_cause_by_process ON change_cause (process_id, kind, cause_id, change_id);

-- What the sender adds is shown as a copy too, so that a passage in it can be masked.
ALTER TABLE addition ADD COLUMN shown_text TEXT NOT NULL DEFAULT '';
UPDATE addition SET shown_text = text;
