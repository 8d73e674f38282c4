-- The register of organisations: one row for each, wherever it is met. A row that was merged into another stays, so that
-- its address leads on. `folded_name` is the name as two are compared. The registrar's address is asked who speaks for it.
CREATE TABLE organisation (
    id              {id},
    public_id       TEXT   NOT NULL UNIQUE,
    name            TEXT   NOT NULL,
    folded_name     TEXT   NOT NULL,
    number          TEXT   NOT NULL,
    kind            TEXT   NOT NULL,
    sector          TEXT   NOT NULL,
    line_of_work    TEXT   NOT NULL,
    registrar       TEXT   NOT NULL,
    domain          TEXT   NOT NULL,
    asks_second     BIGINT NOT NULL,
    added_at        BIGINT NOT NULL,
    merged_into_id  BIGINT REFERENCES organisation (id)
);
CREATE UNIQUE INDEX organisation_by_number ON organisation (number) WHERE number <> '' AND merged_into_id IS NULL;
CREATE INDEX organisation_by_name ON organisation (folded_name);

-- Those who were asked in a referral are in it. Parties with exactly the same name and kind are one organisation; no
-- others are.
ALTER TABLE party ADD COLUMN organisation_id BIGINT REFERENCES organisation (id);
INSERT INTO organisation (public_id, name, folded_name, number, kind, sector, line_of_work, registrar, domain, asks_second,
                          added_at, merged_into_id)
    SELECT min(public_id), name,
           replace(replace(replace(replace(replace(lower(name), 'Å', 'å'), 'Ä', 'ä'), 'Ö', 'ö'), 'É', 'é'), 'Ü', 'ü'),
           '', kind,
           CASE WHEN kind IN ('municipality', 'region', 'state_authority', 'neighbour') THEN 'public_sector'
                WHEN kind = 'business' THEN 'business'
                WHEN kind = 'academia' THEN 'research'
                ELSE 'civil_society' END,
           '', '', '', 0, min(invited_at), NULL
    FROM party GROUP BY name, kind;
UPDATE party SET organisation_id =
    (SELECT o.id FROM organisation o WHERE o.name = party.name AND o.kind = party.kind);
CREATE INDEX party_by_organisation ON party (organisation_id);
