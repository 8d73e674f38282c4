-- Which gaps of impact assessments a decision to go on was made for, a line each: others need another. What was decided
-- before this was kept stands for none.
ALTER TABLE waiver ADD COLUMN gaps TEXT NOT NULL DEFAULT '';

-- Which edition of the plan an outcome answers: the newest that had the promise when it was written.
ALTER TABLE promise_outcome ADD COLUMN edition BIGINT NOT NULL DEFAULT 0;
UPDATE promise_outcome SET edition = COALESCE((SELECT MAX(p.edition) FROM plan p JOIN plan_line l ON l.plan_id = p.id
    WHERE p.process_id = promise_outcome.process_id AND l.number = promise_outcome.line
    AND p.published_at <= promise_outcome.noted_at), 0);

CREATE INDEX assessed_paragraph_by_node ON assessed_paragraph (node_id);
