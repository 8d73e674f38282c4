-- What published inspel are found by: words and marks, each with its process before it.
CREATE TABLE inspel_search (
    inspel_id  BIGINT   PRIMARY KEY,
    tokens     TSVECTOR NOT NULL
);
CREATE INDEX inspel_search_terms ON inspel_search USING gin (tokens);
