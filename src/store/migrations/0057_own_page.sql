-- A link by e-mail to all that is tied to an address. It is used once, by a button; of its token only a digest is kept.
-- Where it names an inspel, whoever has its code has asked to tie it to the address.
CREATE TABLE own_link (
    id            {id},
    token_digest  {bytes} NOT NULL UNIQUE,
    address       TEXT    NOT NULL,
    inspel_id     BIGINT  REFERENCES inspel (id),
    expires_at    BIGINT  NOT NULL
);
CREATE INDEX own_link_by_end ON own_link (expires_at);
CREATE INDEX own_link_by_inspel ON own_link (inspel_id);

-- A browser in which somebody has shown that they read the mail to an address. It has nothing to do with the staff's sessions.
CREATE TABLE own_session (
    id          {id},
    id_digest   {bytes} NOT NULL UNIQUE,
    address     TEXT    NOT NULL,
    proof       TEXT    NOT NULL,
    started_at  BIGINT  NOT NULL,
    seen_at     BIGINT  NOT NULL
);
CREATE INDEX own_session_by_use ON own_session (seen_at);

-- What the sender of an inspel asks of us about it: that something is put right, or erased. Its words are the sender's.
CREATE TABLE own_request (
    id           {id},
    process_id   BIGINT NOT NULL REFERENCES process (id),
    inspel_id    BIGINT NOT NULL REFERENCES inspel (id),
    public_id    TEXT   NOT NULL UNIQUE,
    form_key     TEXT   NOT NULL UNIQUE,
    kind         TEXT   NOT NULL,
    text         TEXT   NOT NULL,
    made_at      BIGINT NOT NULL,
    answer       TEXT   NOT NULL,
    answered_at  BIGINT
);
CREATE INDEX own_request_by_inspel ON own_request (inspel_id, id);
CREATE INDEX own_request_by_process ON own_request (process_id, id);

CREATE INDEX inspel_contact_by_contact ON inspel_contact (lower(contact));
CREATE INDEX subscriber_by_whole_address ON subscriber (lower(address));
