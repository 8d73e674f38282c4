-- What a member of staff signs in with besides a link: a passphrase, kept as its argon2id hash, and the key of an app
-- that gives codes, encrypted under the installation's secret. The last step is that of the newest code used: no code is
-- used twice. One that was set up by somebody whom a process leader's link had let in opens that process alone.
CREATE TABLE passphrase (
    staff_id      BIGINT  PRIMARY KEY REFERENCES staff (id),
    hash          TEXT    NOT NULL,
    one_time_key  {bytes} NOT NULL,
    last_step     BIGINT  NOT NULL,
    changed_at    BIGINT  NOT NULL,
    process_id    BIGINT  REFERENCES process (id)
);

-- For who is without the app: digests, each of which goes when its code is used.
CREATE TABLE recovery_code (
    code_digest  {bytes} PRIMARY KEY,
    staff_id     BIGINT  NOT NULL REFERENCES staff (id)
);
CREATE INDEX recovery_code_by_staff ON recovery_code (staff_id);

ALTER TABLE session ADD COLUMN way_in TEXT NOT NULL DEFAULT 'link';
ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT 'shared';
