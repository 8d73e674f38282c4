-- The answer whose words a change of it was begun with, so that an erasure of those reaches it. What it takes the place
-- of may be another by the time it is sent.
ALTER TABLE referral_answer ADD COLUMN begun_from_id BIGINT REFERENCES referral_answer (id);
UPDATE referral_answer SET begun_from_id = replaces_id;
