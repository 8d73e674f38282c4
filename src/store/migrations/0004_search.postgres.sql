CREATE TABLE inspel_search (
    inspel_id  BIGINT   PRIMARY KEY,
    terms      TSVECTOR NOT NULL
);
CREATE INDEX inspel_search_terms ON inspel_search USING gin (terms);
