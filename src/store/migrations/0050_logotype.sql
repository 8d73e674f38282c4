-- The region's own mark at the top of the pages. The newest row counts, also one without a picture; the others stay.
CREATE TABLE site_logotype (
    id          {id},
    digest      TEXT   NOT NULL,
    format      TEXT   NOT NULL,
    width       BIGINT NOT NULL,
    height      BIGINT NOT NULL,
    written_at  BIGINT NOT NULL
);
CREATE TABLE site_logotype_bytes (
    logotype_id  BIGINT PRIMARY KEY REFERENCES site_logotype (id),
    bytes        {bytes} NOT NULL
);
