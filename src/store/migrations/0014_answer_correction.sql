-- What everybody has read was changed: when and why. The answer itself stands as it is now.
CREATE TABLE answer_correction (
    id           {id},
    process_id   BIGINT NOT NULL REFERENCES process (id),
    answer_id    BIGINT NOT NULL REFERENCES answer (id),
    reason       TEXT   NOT NULL,
    made_at      BIGINT NOT NULL
);
CREATE INDEX answer_correction_by_answer ON answer_correction (answer_id, id);
