-- A dataset belongs to one process, or to the region (NULL), and may replace an earlier one. The file that it came in is
-- kept as it came.
ALTER TABLE dataset ADD COLUMN process_id BIGINT REFERENCES process (id);
ALTER TABLE dataset ADD COLUMN vintage TEXT NOT NULL DEFAULT '';
ALTER TABLE dataset ADD COLUMN small_numbers TEXT NOT NULL DEFAULT 'hidden';
ALTER TABLE dataset ADD COLUMN replaces_id BIGINT REFERENCES dataset (id);
ALTER TABLE dataset ADD COLUMN file_name TEXT NOT NULL DEFAULT '';
CREATE INDEX dataset_by_replaced ON dataset (replaces_id);

CREATE TABLE dataset_file (
    dataset_id  BIGINT  PRIMARY KEY REFERENCES dataset (id),
    bytes       {bytes} NOT NULL
);

-- An analysis that was made once and never changes. One that is removed keeps its number, without its result.
CREATE TABLE analysis_run (
    id             {id},
    process_id     BIGINT NOT NULL REFERENCES process (id),
    number         BIGINT NOT NULL,
    kind           TEXT   NOT NULL,
    dataset_id     BIGINT NOT NULL REFERENCES dataset (id),
    parameters     TEXT   NOT NULL,
    engine         TEXT   NOT NULL,
    result         TEXT   NOT NULL,
    result_digest  TEXT   NOT NULL,
    made_at        BIGINT NOT NULL,
    removed_at     BIGINT,
    UNIQUE (process_id, number)
);
CREATE INDEX analysis_run_by_dataset ON analysis_run (dataset_id);

-- A figure of a run that a paragraph rests on. When the run has been made again on newer data somebody looks, and the
-- citation goes over to the newer run.
CREATE TABLE citation (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    number      BIGINT NOT NULL,
    node_id     BIGINT NOT NULL REFERENCES node (id),
    run_id      BIGINT NOT NULL REFERENCES analysis_run (id),
    figure      TEXT   NOT NULL,
    cited_at    BIGINT NOT NULL,
    was_run_id  BIGINT REFERENCES analysis_run (id),
    looked_at   BIGINT,
    UNIQUE (process_id, number)
);
CREATE INDEX citation_by_node ON citation (node_id);
CREATE INDEX citation_by_run ON citation (run_id);
CREATE INDEX citation_by_earlier_run ON citation (was_run_id);
