-- What everybody could read and was wrong, with what is right, when and why: of decisions, versions, parties, seats, steps and
-- answers. A thing's row says what is right; a version's words stay as they were frozen.
CREATE TABLE correction (
    id           {id},
    process_id   BIGINT NOT NULL REFERENCES process (id),
    number       BIGINT NOT NULL,
    kind         TEXT   NOT NULL,
    thing_id     BIGINT NOT NULL,
    object       TEXT   NOT NULL,
    place        TEXT   NOT NULL,
    aspect       TEXT   NOT NULL,
    was          TEXT   NOT NULL,
    corrected    TEXT   NOT NULL,
    is_withheld  BIGINT NOT NULL,
    reason       TEXT   NOT NULL,
    role         TEXT   NOT NULL,
    made_at      BIGINT NOT NULL,
    UNIQUE (process_id, number)
);
CREATE INDEX correction_by_thing ON correction (kind, thing_id, id);

-- Until now the words of an answer before it was changed were not kept.
INSERT INTO correction (process_id, number, kind, thing_id, object, place, aspect, was, corrected, is_withheld, reason, role,
                        made_at)
SELECT process_id, ROW_NUMBER() OVER (PARTITION BY process_id ORDER BY id), 'answer', answer_id, 'answer/' || answer_id, '',
       'answer', '', '', 0, reason, '', made_at
FROM answer_correction ORDER BY id;
DROP TABLE answer_correction;
