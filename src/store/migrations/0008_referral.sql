CREATE TABLE referral (
    id           {id},
    process_id   BIGINT NOT NULL REFERENCES process (id),
    number       BIGINT NOT NULL,
    version_id   BIGINT NOT NULL UNIQUE REFERENCES version (id),
    activity_id  BIGINT REFERENCES activity (id),
    case_number  TEXT   NOT NULL,
    letter       TEXT   NOT NULL,
    sent_at      BIGINT NOT NULL,
    deadline     BIGINT NOT NULL,
    UNIQUE (process_id, number)
);

CREATE TABLE party (
    id            {id},
    process_id    BIGINT NOT NULL REFERENCES process (id),
    referral_id   BIGINT NOT NULL REFERENCES referral (id),
    number        BIGINT NOT NULL,
    public_id     TEXT   NOT NULL,
    name          TEXT   NOT NULL,
    kind          TEXT   NOT NULL,
    contact       TEXT   NOT NULL,
    invited_at    BIGINT NOT NULL,
    deadline      BIGINT NOT NULL,
    extended_to   BIGINT,
    reminded_at   BIGINT,
    abstained_at  BIGINT,
    UNIQUE (referral_id, number),
    UNIQUE (process_id, public_id)
);

CREATE TABLE original_file (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    name        TEXT   NOT NULL,
    format      TEXT   NOT NULL,
    digest      TEXT   NOT NULL,
    size        BIGINT NOT NULL
);

-- The bytes as they were sent, apart from what lists read.
CREATE TABLE original_bytes (
    file_id     BIGINT  PRIMARY KEY REFERENCES original_file (id),
    process_id  BIGINT  NOT NULL REFERENCES process (id),
    bytes       {bytes} NOT NULL
);

-- Ties an inspel to the party that sent it. Without an inspel it waits for a second person.
CREATE TABLE referral_answer (
    id             {id},
    process_id     BIGINT NOT NULL REFERENCES process (id),
    referral_id    BIGINT NOT NULL REFERENCES referral (id),
    public_id      TEXT   NOT NULL,
    form_key       TEXT,
    party_id       BIGINT REFERENCES party (id),
    inspel_id      BIGINT UNIQUE REFERENCES inspel (id),
    position       TEXT   NOT NULL,
    arrived_by     TEXT   NOT NULL,
    case_number    TEXT   NOT NULL,
    file_id        BIGINT REFERENCES original_file (id),
    file_is_shown  BIGINT NOT NULL,
    title          TEXT   NOT NULL,
    organisation   TEXT   NOT NULL,
    actor_kind     TEXT   NOT NULL,
    municipality   TEXT   NOT NULL,
    contact        TEXT   NOT NULL,
    language       TEXT   NOT NULL,
    author         TEXT   NOT NULL,
    approver       TEXT   NOT NULL,
    approved_at    BIGINT,
    log_place      BIGINT REFERENCES log_entry (idx),
    UNIQUE (process_id, public_id),
    UNIQUE (process_id, form_key)
);
CREATE INDEX referral_answer_by_referral ON referral_answer (referral_id, id);
CREATE INDEX referral_answer_by_party ON referral_answer (party_id);

CREATE TABLE referral_answer_part (
    answer_id   BIGINT NOT NULL REFERENCES referral_answer (id),
    position    BIGINT NOT NULL,
    process_id  BIGINT NOT NULL REFERENCES process (id),
    code        TEXT   NOT NULL,
    text        TEXT   NOT NULL,
    PRIMARY KEY (answer_id, position)
);
