-- What whoever runs the site says about it, and what the law asks every public site to say. The newest row counts; the
-- others stay, so that it can be seen what was said when.
CREATE TABLE site_description (
    id                   {id},
    owner                TEXT   NOT NULL,
    organisation_number  TEXT   NOT NULL,
    postal_address       TEXT   NOT NULL,
    phone                TEXT   NOT NULL,
    hours                TEXT   NOT NULL,
    email                TEXT   NOT NULL,
    registrar_email      TEXT   NOT NULL,
    registrar_phone      TEXT   NOT NULL,
    controller           TEXT   NOT NULL,
    protection_email     TEXT   NOT NULL,
    protection_phone     TEXT   NOT NULL,
    legal_ground         TEXT   NOT NULL,
    retention            TEXT   NOT NULL,
    compliance           TEXT   NOT NULL,
    examined_on          BIGINT,
    examined_how         TEXT   NOT NULL,
    lacks                TEXT   NOT NULL,
    security_contact     TEXT   NOT NULL,
    written_at           BIGINT NOT NULL
);

-- What somebody could not use on the site. How they are reached goes when the report is closed.
CREATE TABLE lack_report (
    id           {id},
    form_key     TEXT   NOT NULL UNIQUE,
    text         TEXT   NOT NULL,
    contact      TEXT   NOT NULL,
    received_at  BIGINT NOT NULL,
    closed_at    BIGINT
);
