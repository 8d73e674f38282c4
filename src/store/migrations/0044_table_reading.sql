-- How the tables of one header are read: which column is what, and what cells mean that nobody understood by themselves. Header
-- and cells are kept as digests, so no words of anybody stand here. A digest can be guessed, so both count as personal, and all of
-- it is forgotten when no such table has been imported for a year (docs/adr/0016-tables.md).
CREATE TABLE table_reading (
    process_id  BIGINT NOT NULL REFERENCES process (id),
    kind        TEXT   NOT NULL,
    header      TEXT   NOT NULL,
    separator   TEXT   NOT NULL,
    meaning     TEXT   NOT NULL,
    answers     TEXT   NOT NULL,
    kept_at     BIGINT NOT NULL,
    PRIMARY KEY (process_id, kind, header)
);
