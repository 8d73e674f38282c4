-- How the site looks: a region's colours ("#1d5647", empty for Medskapa's own) and the picture of its land. The newest row
-- counts; the others stay.
CREATE TABLE site_appearance (
    id          {id},
    brand       TEXT   NOT NULL,
    link        TEXT   NOT NULL,
    accent      TEXT   NOT NULL,
    landscape   TEXT   NOT NULL,
    written_at  BIGINT NOT NULL
);
