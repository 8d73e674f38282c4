-- A figure is cited by a paragraph or by a priority. SQLite makes the table anew where a column may become empty.
CREATE TABLE citation_of_any (
    id           {id},
    process_id   BIGINT NOT NULL REFERENCES process (id),
    number       BIGINT NOT NULL,
    node_id      BIGINT REFERENCES node (id),
    run_id       BIGINT NOT NULL REFERENCES analysis_run (id),
    figure       TEXT   NOT NULL,
    cited_at     BIGINT NOT NULL,
    was_run_id   BIGINT REFERENCES analysis_run (id),
    looked_at    BIGINT,
    priority_id  BIGINT REFERENCES priority (id),
    UNIQUE (process_id, number)
);
INSERT INTO citation_of_any (id, process_id, number, node_id, run_id, figure, cited_at, was_run_id, looked_at)
    SELECT id, process_id, number, node_id, run_id, figure, cited_at, was_run_id, looked_at FROM citation;
DROP TABLE citation;
ALTER TABLE citation_of_any RENAME TO citation;
CREATE INDEX citation_by_node ON citation (node_id);
CREATE INDEX citation_by_run ON citation (run_id);
CREATE INDEX citation_by_earlier_run ON citation (was_run_id);
CREATE INDEX citation_by_priority ON citation (priority_id);
