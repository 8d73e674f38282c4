CREATE TABLE staff (
    id     {id},
    email  TEXT NOT NULL UNIQUE,
    name   TEXT NOT NULL
);

CREATE TABLE membership (
    staff_id    BIGINT NOT NULL REFERENCES staff (id),
    process_id  BIGINT NOT NULL REFERENCES process (id),
    role        TEXT   NOT NULL,
    PRIMARY KEY (staff_id, process_id)
);

CREATE TABLE sign_in_link (
    token_digest  {bytes} PRIMARY KEY,
    staff_id      BIGINT  NOT NULL REFERENCES staff (id),
    expires_at    BIGINT  NOT NULL
);

CREATE TABLE session (
    id_digest   {bytes} PRIMARY KEY,
    staff_id    BIGINT  NOT NULL REFERENCES staff (id),
    started_at  BIGINT  NOT NULL,
    seen_at     BIGINT  NOT NULL
);
CREATE INDEX session_by_staff ON session (staff_id);

-- The way in for the first process leader, made at the command line.
CREATE TABLE setup_link (
    token_digest  {bytes} PRIMARY KEY,
    expires_at    BIGINT  NOT NULL
);
