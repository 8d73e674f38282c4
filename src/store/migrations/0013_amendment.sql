-- Other words for a paragraph, that an inspel proposes instead of those it had then.
CREATE TABLE amendment (
    inspel_id    BIGINT PRIMARY KEY REFERENCES inspel (id),
    process_id   BIGINT NOT NULL REFERENCES process (id),
    node_id      BIGINT NOT NULL REFERENCES node (id),
    revision_id  BIGINT NOT NULL REFERENCES revision (id),
    text         TEXT   NOT NULL
);
CREATE INDEX amendment_by_node ON amendment (node_id, inspel_id);
