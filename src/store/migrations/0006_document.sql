CREATE TABLE document (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    parent_id   BIGINT REFERENCES document (id),
    code        TEXT   NOT NULL,
    title       TEXT   NOT NULL,
    language    TEXT   NOT NULL,
    UNIQUE (process_id, code)
);

-- A section or a paragraph, for ever. Its code is its address.
CREATE TABLE node (
    id           {id},
    process_id   BIGINT NOT NULL REFERENCES process (id),
    document_id  BIGINT NOT NULL REFERENCES document (id),
    code         TEXT   NOT NULL,
    kind         TEXT   NOT NULL,
    type         TEXT   NOT NULL,
    UNIQUE (process_id, code)
);
CREATE INDEX node_by_document ON node (document_id);

-- Some words of a node. They never change.
CREATE TABLE revision (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    node_id     BIGINT NOT NULL REFERENCES node (id),
    text        TEXT   NOT NULL,
    written_at  BIGINT NOT NULL
);
CREATE INDEX revision_by_node ON revision (node_id, id);

CREATE TABLE version (
    id           {id},
    process_id   BIGINT NOT NULL REFERENCES process (id),
    document_id  BIGINT NOT NULL REFERENCES document (id),
    number       BIGINT NOT NULL,
    kind         TEXT   NOT NULL,
    title        TEXT   NOT NULL,
    frozen_at    BIGINT,
    digest       TEXT   NOT NULL,
    UNIQUE (document_id, number)
);

CREATE TABLE version_line (
    version_id   BIGINT NOT NULL REFERENCES version (id),
    position     BIGINT NOT NULL,
    process_id   BIGINT NOT NULL REFERENCES process (id),
    node_id      BIGINT NOT NULL REFERENCES node (id),
    revision_id  BIGINT NOT NULL REFERENCES revision (id),
    depth        BIGINT NOT NULL,
    PRIMARY KEY (version_id, position)
);
CREATE INDEX version_line_by_node ON version_line (node_id, version_id);

CREATE TABLE change (
    id               {id},
    process_id       BIGINT NOT NULL REFERENCES process (id),
    document_id      BIGINT NOT NULL REFERENCES document (id),
    version_id       BIGINT NOT NULL REFERENCES version (id),
    number           BIGINT NOT NULL,
    kind             TEXT   NOT NULL,
    node_id          BIGINT NOT NULL REFERENCES node (id),
    other_id         BIGINT REFERENCES node (id),
    before_revision  BIGINT REFERENCES revision (id),
    after_revision   BIGINT REFERENCES revision (id),
    reason           TEXT   NOT NULL,
    made_at          BIGINT NOT NULL,
    UNIQUE (process_id, number)
);
CREATE INDEX change_by_version ON change (version_id, node_id);
CREATE INDEX change_by_node ON change (node_id);
CREATE INDEX change_by_other ON change (other_id);

CREATE TABLE change_cause (
    change_id   BIGINT NOT NULL REFERENCES change (id),
    process_id  BIGINT NOT NULL REFERENCES process (id),
    kind        TEXT   NOT NULL,
    cause_id    BIGINT NOT NULL,
    PRIMARY KEY (change_id, kind, cause_id)
);
CREATE INDEX change_cause_by_cause ON change_cause (kind, cause_id);
CREATE INDEX change_cause_by_process ON change_cause (process_id, kind, cause_id, change_id);

-- Other words for a paragraph, that an inspel proposes instead of those it had then.
CREATE TABLE amendment (
    inspel_id    BIGINT PRIMARY KEY REFERENCES inspel (id),
    process_id   BIGINT NOT NULL REFERENCES process (id),
    node_id      BIGINT NOT NULL REFERENCES node (id),
    revision_id  BIGINT NOT NULL REFERENCES revision (id),
    text         TEXT   NOT NULL,
    log_place    BIGINT NOT NULL REFERENCES log_entry (idx)
);
CREATE INDEX amendment_by_node ON amendment (node_id, inspel_id);
