-- Passkeys of the staff: what recognises each of them, which opens nothing. Bytes are base64url. One that was made by
-- somebody whom a process leader's link had let in opens that process alone.
CREATE TABLE passkey (
    id             {id},
    staff_id       BIGINT  NOT NULL REFERENCES staff (id),
    name           TEXT    NOT NULL,
    credential     TEXT    NOT NULL UNIQUE,
    public_key     TEXT    NOT NULL,
    user_handle    TEXT    NOT NULL,
    counter        BIGINT  NOT NULL,
    made_at        BIGINT  NOT NULL,
    used_at        BIGINT,
    process_id     BIGINT  REFERENCES process (id)
);
CREATE INDEX passkey_by_staff ON passkey (staff_id);

-- Questions that passkeys have answered, by their digest, until they are too old to be answered again.
CREATE TABLE used_challenge (
    digest      {bytes} PRIMARY KEY,
    expires_at  BIGINT  NOT NULL
);
