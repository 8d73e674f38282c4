-- What has been answered while a new site is set up, until its first process is opened; and since when everybody can read
-- it. A site that has no row here was open before there was anything to open.
CREATE TABLE setup_draft (
    id             {id},
    owner          TEXT   NOT NULL,
    leader_name    TEXT   NOT NULL,
    leader_email   TEXT   NOT NULL,
    mail           TEXT   NOT NULL,
    process_name   TEXT   NOT NULL,
    slug           TEXT   NOT NULL,
    decided        TEXT   NOT NULL,
    decided_by     TEXT   NOT NULL,
    contact_role   TEXT   NOT NULL,
    contact_phone  TEXT   NOT NULL,
    contact_email  TEXT   NOT NULL,
    kept_at        BIGINT NOT NULL
);
CREATE TABLE site_opening (
    id         {id},
    begun_at   BIGINT NOT NULL,
    opened_at  BIGINT
);
