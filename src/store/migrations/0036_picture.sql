-- A picture of a process' documents, known by what it holds. Everybody may see it from the first frozen version that shows it.
CREATE TABLE picture (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    digest      TEXT   NOT NULL,
    format      TEXT   NOT NULL,
    width       BIGINT NOT NULL,
    height      BIGINT NOT NULL,
    size        BIGINT NOT NULL,
    kept_at     BIGINT NOT NULL,
    shown_in    BIGINT REFERENCES version (id),
    UNIQUE (process_id, digest)
);
CREATE TABLE picture_bytes (
    picture_id  BIGINT PRIMARY KEY REFERENCES picture (id),
    process_id  BIGINT NOT NULL REFERENCES process (id),
    bytes       {bytes} NOT NULL
);
