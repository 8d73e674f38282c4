-- What the region asks of those who answer. A code is of a section of the text that was sent out.
CREATE TABLE referral_question (
    referral_id BIGINT NOT NULL REFERENCES referral (id),
    number      BIGINT NOT NULL,
    process_id  BIGINT NOT NULL REFERENCES process (id),
    text        TEXT   NOT NULL,
    code        TEXT   NOT NULL,
    PRIMARY KEY (referral_id, number)
);

-- A part of an answer is about a code, a question or the whole, and may take a position.
ALTER TABLE referral_answer_part ADD COLUMN question BIGINT NOT NULL DEFAULT 0;
ALTER TABLE referral_answer_part ADD COLUMN taken_position TEXT NOT NULL DEFAULT '';

-- Where an answer is before it is sent, which one it takes the place of, and when staff found out that its sender is who
-- they say. What was waiting before waits for a second person.
ALTER TABLE referral_answer ADD COLUMN stage TEXT NOT NULL DEFAULT 'waiting';
ALTER TABLE referral_answer ADD COLUMN comment TEXT NOT NULL DEFAULT '';
ALTER TABLE referral_answer ADD COLUMN saved_at BIGINT;
ALTER TABLE referral_answer ADD COLUMN sender_case_number TEXT NOT NULL DEFAULT '';
ALTER TABLE referral_answer ADD COLUMN replaces_id BIGINT REFERENCES referral_answer (id);
ALTER TABLE referral_answer ADD COLUMN confirmed_at BIGINT;
CREATE INDEX referral_answer_by_replaced ON referral_answer (replaces_id);
