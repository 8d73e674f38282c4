-- What published inspel are found by: words and marks, each with its process before it. Beginnings are kept ready, so
-- that a search reads its matches newest first and stops when a page is full, however many there are.
ALTER TABLE inspel_search RENAME TO inspel_search_before;
CREATE VIRTUAL TABLE inspel_search USING fts5 (tokens, detail = none, tokenize = "ascii tokenchars '_'",
    prefix = '3 4 5 6 7 8 9 10 11 12 13 14 15 16');
INSERT INTO inspel_search (rowid, tokens)
    SELECT s.rowid, i.process_id || '_' || replace(s.terms || ' ' || s.folded || ' _t' || coalesce(i.topic_id, 0) ||
        ' _m' || i.municipality || ' _a' || i.actor_kind || ' _s' || coalesce(i.step_id, 0), ' ',
        ' ' || i.process_id || '_')
    FROM inspel_search_before s JOIN inspel i ON i.id = s.rowid;
DROP TABLE inspel_search_before;
