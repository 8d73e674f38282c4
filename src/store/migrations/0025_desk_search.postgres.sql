-- What the staff find inspel, issues and answers by, also before they are published: see 0005.
CREATE TABLE desk_search (
    found_id  BIGINT   PRIMARY KEY,
    tokens    TSVECTOR NOT NULL
);
CREATE INDEX desk_search_terms ON desk_search USING gin (tokens);
