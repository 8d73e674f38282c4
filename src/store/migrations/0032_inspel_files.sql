-- A file belongs to an inspel, and until that is received to the answer that waits for a second person. Staff may put a copy
-- in its place, in which something is masked: a file of neither.
ALTER TABLE original_file ADD COLUMN inspel_id BIGINT REFERENCES inspel (id);
ALTER TABLE original_file ADD COLUMN answer_id BIGINT REFERENCES referral_answer (id);
ALTER TABLE original_file ADD COLUMN masked_id BIGINT REFERENCES original_file (id);
ALTER TABLE original_file ADD COLUMN is_shown BIGINT NOT NULL DEFAULT 0;
UPDATE original_file SET
    answer_id = (SELECT a.id FROM referral_answer a WHERE a.file_id = original_file.id),
    inspel_id = (SELECT a.inspel_id FROM referral_answer a WHERE a.file_id = original_file.id),
    is_shown = COALESCE((SELECT a.file_is_shown FROM referral_answer a WHERE a.file_id = original_file.id), 0);
CREATE INDEX original_file_by_inspel ON original_file (inspel_id, id);
CREATE INDEX original_file_by_answer ON original_file (answer_id, id);
ALTER TABLE referral_answer DROP COLUMN file_id;
ALTER TABLE referral_answer DROP COLUMN file_is_shown;

ALTER TABLE process ADD COLUMN takes_files TEXT NOT NULL DEFAULT 'pdf_and_pictures';
