-- A figure is cited by a paragraph or by a priority.
ALTER TABLE citation ALTER COLUMN node_id DROP NOT NULL;
ALTER TABLE citation ADD COLUMN priority_id BIGINT REFERENCES priority (id);
CREATE INDEX citation_by_priority ON citation (priority_id);
