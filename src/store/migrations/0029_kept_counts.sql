-- The first day that one of an inspel's issues without a public answer was promised one by. NULL: none waits, or none
-- has a day.
ALTER TABLE inspel ADD COLUMN due_on BIGINT;
UPDATE inspel SET due_on = (
    SELECT min(s.deadline) FROM issue s LEFT JOIN answer a ON a.id = s.answer_id
    WHERE s.inspel_id = inspel.id AND a.published_at IS NULL);
CREATE INDEX inspel_by_due ON inspel (process_id, state, due_on, id) WHERE due_on IS NOT NULL;

-- Issues without an answer, in the order of a desk that works through all of them, a topic's or somebody's.
CREATE INDEX issue_to_answer ON issue (process_id, deadline, id) WHERE answer_id IS NULL;
CREATE INDEX issue_to_answer_by_topic ON issue (process_id, topic_id, deadline, id) WHERE answer_id IS NULL;
CREATE INDEX issue_to_answer_by_assignee ON issue (process_id, assignee, deadline, id) WHERE answer_id IS NULL;
DROP INDEX issue_by_answer;

-- What came in from whom and from where, and how much of it led to other words in a frozen version: kept, as in tally,
-- in the transaction of each act that changes it. Of published inspel.
CREATE TABLE share (
    process_id        BIGINT NOT NULL REFERENCES process (id),
    actor_kind        TEXT   NOT NULL,
    municipality      TEXT   NOT NULL,
    channel           TEXT   NOT NULL,
    inspel            BIGINT NOT NULL,
    issues            BIGINT NOT NULL,
    inspel_to_change  BIGINT NOT NULL,
    issues_to_change  BIGINT NOT NULL,
    PRIMARY KEY (process_id, actor_kind, municipality, channel)
);
INSERT INTO share (process_id, actor_kind, municipality, channel, inspel, issues, inspel_to_change, issues_to_change)
    SELECT i.process_id, i.actor_kind, i.municipality, i.channel, count(*), CAST(sum(i.issue_count) AS BIGINT),
        count(led.inspel_id), CAST(coalesce(sum(led.issues), 0) AS BIGINT)
    FROM inspel i LEFT JOIN (
        SELECT found.inspel_id, count(DISTINCT found.issue_id) AS issues
        FROM (SELECT s.inspel_id, s.id AS issue_id, k.change_id FROM change_cause k
              JOIN issue s ON s.id = k.cause_id WHERE k.kind = 'issue' AND k.standing <> 'gone'
              UNION ALL SELECT k.cause_id, NULL, k.change_id FROM change_cause k
              WHERE k.kind = 'inspel' AND k.standing <> 'gone') found
        JOIN change c ON c.id = found.change_id JOIN version v ON v.id = c.version_id
        WHERE v.frozen_at IS NOT NULL GROUP BY found.inspel_id) led ON led.inspel_id = i.id
    WHERE i.state = 'published' GROUP BY i.process_id, i.actor_kind, i.municipality, i.channel;
DROP INDEX inspel_by_sender;

INSERT INTO tally (process_id, facet, value, n)
    SELECT process_id, 'due', CAST(due_on AS TEXT), count(*) FROM inspel
    WHERE state = 'published' AND due_on IS NOT NULL GROUP BY process_id, due_on;
INSERT INTO tally (process_id, facet, value, n)
    SELECT process_id, 'desk', 'unsplit', count(*) FROM inspel
    WHERE state = 'published' AND issue_count = 0 GROUP BY process_id;
INSERT INTO tally (process_id, facet, value, n)
    SELECT process_id, 'desk', 'answers', count(*) FROM answer WHERE published_at IS NULL GROUP BY process_id;
INSERT INTO tally (process_id, facet, value, n)
    SELECT v.process_id, 'change', 'frozen', count(*) FROM version v JOIN change c ON c.version_id = v.id
    WHERE v.frozen_at IS NOT NULL GROUP BY v.process_id;
