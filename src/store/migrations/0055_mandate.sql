-- Who speaks for an organisation: asked for by the sender of an inspel, confirmed by the organisation. One for each inspel.
-- `link_key` is what the links of those who confirm it are made of, and another each time it is asked for; `through_id` the
-- mandate of the representative who confirmed it.
CREATE TABLE mandate (
    id               {id},
    process_id       BIGINT NOT NULL REFERENCES process (id),
    organisation_id  BIGINT NOT NULL REFERENCES organisation (id),
    inspel_id        BIGINT NOT NULL UNIQUE REFERENCES inspel (id),
    public_id        TEXT   NOT NULL UNIQUE,
    link_key         TEXT   NOT NULL,
    speaker          TEXT   NOT NULL,
    address          TEXT   NOT NULL,
    sent_to          TEXT   NOT NULL,
    asked_at         BIGINT NOT NULL,
    scope            TEXT   NOT NULL,
    last_day         BIGINT,
    confirmer        TEXT   NOT NULL,
    confirmed_at     BIGINT,
    through_id       BIGINT REFERENCES mandate (id),
    needs_second     BIGINT NOT NULL,
    approver         TEXT   NOT NULL,
    approved_at      BIGINT,
    declined_at      BIGINT,
    withdrawn_at     BIGINT
);
CREATE INDEX mandate_by_organisation ON mandate (organisation_id, process_id);
CREATE INDEX mandate_by_process ON mandate (process_id, id);
CREATE INDEX mandate_by_link_key ON mandate (link_key);
CREATE INDEX mandate_by_through ON mandate (through_id);

ALTER TABLE mail ADD COLUMN mandate_id BIGINT REFERENCES mandate (id);
CREATE INDEX mail_by_mandate ON mail (mandate_id);
