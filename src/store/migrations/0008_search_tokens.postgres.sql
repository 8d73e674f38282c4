-- What published inspel are found by: words and marks, each with its process before it.
ALTER TABLE inspel_search RENAME COLUMN terms TO tokens;
UPDATE inspel_search s SET tokens = array_to_tsvector(ARRAY(
    SELECT i.process_id || '_' || token
    FROM unnest(tsvector_to_array(s.tokens) || ARRAY['_t' || coalesce(i.topic_id, 0), '_m' || i.municipality,
        '_a' || i.actor_kind, '_s' || coalesce(i.step_id, 0)]) token))
FROM inspel i WHERE i.id = s.inspel_id;
