-- Words in several languages are one column, a JSON object by language: store/sql/localized.hpp.
CREATE TABLE process (
    id               {id},
    slug             TEXT   NOT NULL UNIQUE,
    name             TEXT   NOT NULL,
    tagline          TEXT   NOT NULL,
    question         TEXT   NOT NULL,
    summary          TEXT   NOT NULL,
    decided          TEXT   NOT NULL,
    decided_by       TEXT   NOT NULL,
    law              TEXT   NOT NULL,
    method           TEXT   NOT NULL,
    handling         TEXT   NOT NULL,
    hashtag          TEXT   NOT NULL,
    contact_role     TEXT   NOT NULL,
    contact_email    TEXT   NOT NULL,
    contact_phone    TEXT   NOT NULL,
    is_example       BIGINT NOT NULL,
    answer_days      BIGINT NOT NULL,
    languages        TEXT   NOT NULL
);

CREATE TABLE process_fact (
    process_id   BIGINT NOT NULL REFERENCES process (id),
    position     BIGINT NOT NULL,
    question     TEXT   NOT NULL,
    answer       TEXT   NOT NULL,
    PRIMARY KEY (process_id, position)
);

-- What is withdrawn, here and below, stays: a step that is not taken, an activity that is closed early, a meeting that
-- is called off, a news item that is taken back; when, and why.
CREATE TABLE step (
    id             {id},
    process_id     BIGINT NOT NULL REFERENCES process (id),
    number         BIGINT NOT NULL,
    title          TEXT   NOT NULL,
    text           TEXT   NOT NULL,
    starts         BIGINT,
    ends           BIGINT,
    precision_     TEXT   NOT NULL,
    changed_at     BIGINT,
    was_starts     BIGINT,
    was_ends       BIGINT,
    was_precision  TEXT,
    withdrawn_at   BIGINT,
    withdrawn_why  TEXT   NOT NULL DEFAULT '',
    UNIQUE (process_id, number)
);

CREATE TABLE activity (
    id             {id},
    process_id     BIGINT NOT NULL REFERENCES process (id),
    step_id        BIGINT REFERENCES step (id),
    slug           TEXT   NOT NULL,
    kind           TEXT   NOT NULL,
    title          TEXT   NOT NULL,
    text           TEXT   NOT NULL,
    opens          BIGINT,
    closes         BIGINT,
    changed_at     BIGINT,
    was_opens      BIGINT,
    was_closes     BIGINT,
    withdrawn_at   BIGINT,
    withdrawn_why  TEXT   NOT NULL DEFAULT '',
    UNIQUE (process_id, slug)
);

-- Times of events are local: a meeting at ten is at ten, whatever is decided about summer time before it comes.
CREATE TABLE event (
    id                  {id},
    process_id          BIGINT NOT NULL REFERENCES process (id),
    starts              BIGINT NOT NULL,
    ends                BIGINT NOT NULL,
    title               TEXT   NOT NULL,
    place               TEXT   NOT NULL,
    text                TEXT   NOT NULL,
    programme           TEXT   NOT NULL DEFAULT '{}',
    notes               TEXT   NOT NULL,
    needs_registration  BIGINT NOT NULL,
    revision            BIGINT NOT NULL,
    changed_at          BIGINT,
    was_starts          BIGINT,
    was_ends            BIGINT,
    withdrawn_at        BIGINT,
    withdrawn_why       TEXT   NOT NULL DEFAULT ''
);
CREATE INDEX event_by_time ON event (process_id, starts);

CREATE TABLE event_document (
    process_id  BIGINT NOT NULL REFERENCES process (id),
    event_id    BIGINT NOT NULL REFERENCES event (id),
    position    BIGINT NOT NULL,
    title       TEXT   NOT NULL,
    href        TEXT   NOT NULL,
    PRIMARY KEY (event_id, position)
);

CREATE TABLE news (
    id             {id},
    process_id     BIGINT NOT NULL REFERENCES process (id),
    day            BIGINT NOT NULL,
    title          TEXT   NOT NULL,
    text           TEXT   NOT NULL,
    withdrawn_at   BIGINT,
    withdrawn_why  TEXT   NOT NULL DEFAULT ''
);
CREATE INDEX news_by_day ON news (process_id, day, id);

CREATE TABLE body (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    slug        TEXT   NOT NULL,
    kind        TEXT   NOT NULL,
    title       TEXT   NOT NULL,
    UNIQUE (process_id, slug)
);

CREATE TABLE seat (
    id            {id},
    process_id    BIGINT NOT NULL REFERENCES process (id),
    body_id       BIGINT NOT NULL REFERENCES body (id),
    role          TEXT   NOT NULL,
    organisation  TEXT   NOT NULL,
    starts        BIGINT NOT NULL,
    ends          BIGINT
);
CREATE INDEX seat_by_body ON seat (body_id);

CREATE TABLE topic (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    slug        TEXT   NOT NULL,
    title       TEXT   NOT NULL,
    UNIQUE (process_id, slug)
);

CREATE TABLE municipality (
    process_id  BIGINT NOT NULL REFERENCES process (id),
    code        TEXT   NOT NULL,
    name        TEXT   NOT NULL,
    PRIMARY KEY (process_id, code)
);

CREATE TABLE subject (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    code        TEXT   NOT NULL,
    title       TEXT   NOT NULL,
    UNIQUE (process_id, code)
);

-- The rules that the site follows, as they were each time they changed: a text that the log vouches for.
CREATE TABLE public_rules (
    digest  TEXT PRIMARY KEY,
    text    TEXT NOT NULL
);
