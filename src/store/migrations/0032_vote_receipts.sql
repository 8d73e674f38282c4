-- A person's own votes lead to their lines of the history, and those to their batch in the open log.
ALTER TABLE vote ADD COLUMN cast_id BIGINT NOT NULL DEFAULT 0;
UPDATE vote SET cast_id = newest.id FROM (
    SELECT participant_id, statement_id, max(id) AS id FROM vote_cast GROUP BY participant_id, statement_id) AS newest
WHERE vote.participant_id = newest.participant_id AND vote.statement_id = newest.statement_id;

ALTER TABLE vote_batch ADD COLUMN log_place BIGINT NOT NULL DEFAULT 0;
UPDATE vote_batch SET log_place = entry.idx FROM (
    SELECT idx, process, object, row_number() OVER (PARTITION BY process, object ORDER BY idx) AS nth
    FROM log_entry WHERE data LIKE '%type votes.batch%') AS entry, (
    SELECT b.id, p.slug AS process, a.slug AS activity, row_number() OVER (PARTITION BY b.activity_id ORDER BY b.id) AS nth
    FROM vote_batch b JOIN activity a ON a.id = b.activity_id JOIN process p ON p.id = b.process_id) AS batch
WHERE vote_batch.id = batch.id AND entry.process = batch.process AND entry.object = 'opinion/' || batch.activity
    AND entry.nth = batch.nth;
