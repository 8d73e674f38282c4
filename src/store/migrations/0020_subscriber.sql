-- Who has asked for news of a process by e-mail, without an account. Before the address has been confirmed by its link
-- (confirmed_at is NULL) nothing but that link is sent to it. Who ends it is taken away.
CREATE TABLE subscriber (
    id            {id},
    process_id    BIGINT NOT NULL REFERENCES process (id),
    address       TEXT   NOT NULL,
    language      TEXT   NOT NULL,
    public_id     TEXT   NOT NULL UNIQUE,
    pace          TEXT   NOT NULL,
    made_at       BIGINT NOT NULL,
    confirmed_at  BIGINT,
    told_until    BIGINT NOT NULL
);
CREATE UNIQUE INDEX subscriber_by_address ON subscriber (process_id, lower(address));
CREATE INDEX subscriber_by_day ON subscriber (told_until, id);

-- What they follow: the process, an inspel by its number, a paragraph by its code.
CREATE TABLE subscription (
    subscriber_id  BIGINT NOT NULL REFERENCES subscriber (id),
    process_id     BIGINT NOT NULL REFERENCES process (id),
    subject        TEXT   NOT NULL,
    is_confirmed   BIGINT NOT NULL,
    PRIMARY KEY (subscriber_id, subject)
);

ALTER TABLE mail ADD COLUMN subscriber_id BIGINT REFERENCES subscriber (id);
ALTER TABLE mail ADD COLUMN since BIGINT;
CREATE INDEX mail_by_subscriber ON mail (subscriber_id);
