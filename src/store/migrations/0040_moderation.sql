-- Somebody says that something published breaks a rule or the law. One of the two things is named. The one who reported
-- follows it by a code, of which the digest is kept. Who of the staff decided is the id of the row in staff, or NULL.
CREATE TABLE content_report (
    id            {id},
    process_id    BIGINT  NOT NULL REFERENCES process (id),
    form_key      TEXT    NOT NULL UNIQUE,
    code_digest   {bytes} NOT NULL UNIQUE,
    public_id     TEXT    NOT NULL UNIQUE,
    inspel_id     BIGINT  REFERENCES inspel (id),
    statement_id  BIGINT  REFERENCES statement (id),
    rule          TEXT,
    text          TEXT    NOT NULL,
    contact       TEXT    NOT NULL,
    received_at   BIGINT  NOT NULL,
    outcome       TEXT,
    answer        TEXT    NOT NULL,
    decided_at    BIGINT,
    staff_id      BIGINT
);
CREATE INDEX content_report_waiting ON content_report (process_id, id) WHERE decided_at IS NULL;
CREATE INDEX content_report_by_inspel ON content_report (inspel_id) WHERE inspel_id IS NOT NULL;
CREATE INDEX content_report_by_statement ON content_report (statement_id) WHERE statement_id IS NOT NULL;

-- Each time that an inspel was declined or taken down: by which rule, on what the decision rests, and who decided, so
-- that somebody else looks at an appeal. One that the sender never saw, since it was taken back, stays.
CREATE TABLE refusal (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    inspel_id   BIGINT NOT NULL REFERENCES inspel (id),
    rule        TEXT   NOT NULL,
    basis       TEXT   NOT NULL,
    decided_at  BIGINT NOT NULL,
    staff_id    BIGINT
);
CREATE INDEX refusal_by_inspel ON refusal (inspel_id, id);
CREATE INDEX refusal_by_process ON refusal (process_id, rule);
INSERT INTO refusal (process_id, inspel_id, rule, basis, decided_at, staff_id)
    SELECT process_id, id, decline_reason, 'review', decided_at, NULL FROM inspel
    WHERE state = 'declined' AND decline_reason IS NOT NULL AND decided_at IS NOT NULL;

-- The sender asks that another person decides again. Once for each refusal.
CREATE TABLE appeal (
    id           {id},
    process_id   BIGINT NOT NULL REFERENCES process (id),
    inspel_id    BIGINT NOT NULL REFERENCES inspel (id),
    refusal_id   BIGINT NOT NULL UNIQUE REFERENCES refusal (id),
    public_id    TEXT   NOT NULL UNIQUE,
    text         TEXT   NOT NULL,
    received_at  BIGINT NOT NULL,
    outcome      TEXT,
    answer       TEXT   NOT NULL,
    decided_at   BIGINT,
    staff_id     BIGINT
);
CREATE INDEX appeal_waiting ON appeal (process_id, id) WHERE decided_at IS NULL;

-- The rules for what people write, in the region's own words. The newest row counts; the others stay.
CREATE TABLE conduct (
    id             {id},
    introduction   TEXT   NOT NULL,
    insult         TEXT   NOT NULL,
    personal_data  TEXT   NOT NULL,
    off_topic      TEXT   NOT NULL,
    duplicate      TEXT   NOT NULL,
    unlawful       TEXT   NOT NULL,
    spam           TEXT   NOT NULL,
    written_at     BIGINT NOT NULL
);
