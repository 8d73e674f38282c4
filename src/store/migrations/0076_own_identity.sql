-- Who comes to their own page by eID: known by a keyed digest of what the provider calls them, and by nothing else.
ALTER TABLE own_session ADD COLUMN identity TEXT NOT NULL DEFAULT '';

-- What they have shown to be theirs.
CREATE TABLE inspel_identity (
    inspel_id   BIGINT PRIMARY KEY REFERENCES inspel (id),
    process_id  BIGINT NOT NULL REFERENCES process (id),
    identity    TEXT   NOT NULL
);
CREATE INDEX inspel_identity_by_identity ON inspel_identity (identity);
