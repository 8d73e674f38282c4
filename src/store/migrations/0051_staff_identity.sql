-- Somebody of the staff as a provider of sign-ins (OpenID Connect) knows them. The digest is keyed by the installation's
-- secret, of the provider and its name for the person: that name, which may be a personal identity number, is kept
-- nowhere. One that was tied by somebody whom a process leader's link had let in opens that process alone.
CREATE TABLE staff_identity (
    subject_digest  {bytes} PRIMARY KEY,
    staff_id        BIGINT  NOT NULL REFERENCES staff (id),
    provider        TEXT    NOT NULL,
    tied_at         BIGINT  NOT NULL,
    process_id      BIGINT  REFERENCES process (id)
);
CREATE UNIQUE INDEX staff_identity_by_staff ON staff_identity (staff_id, provider);

-- When the person showed who they are: with a provider that may be long before the session began.
ALTER TABLE session ADD COLUMN proved_at BIGINT NOT NULL DEFAULT 0;
UPDATE session SET proved_at = started_at;
