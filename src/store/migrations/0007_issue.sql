CREATE TABLE issue_group (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    title       TEXT   NOT NULL
);

-- An answer may lead to the change of the text that it speaks of.
CREATE TABLE answer (
    id            {id},
    process_id    BIGINT NOT NULL REFERENCES process (id),
    outcome       TEXT   NOT NULL,
    text          TEXT   NOT NULL,
    written_at    BIGINT NOT NULL,
    published_at  BIGINT,
    change_id     BIGINT REFERENCES change (id)
);
CREATE INDEX answer_by_publication ON answer (process_id, published_at, id);

-- What everybody has read was changed: when and why. The answer itself stands as it is now.
CREATE TABLE answer_correction (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    answer_id   BIGINT NOT NULL REFERENCES answer (id),
    reason      TEXT   NOT NULL,
    made_at     BIGINT NOT NULL
);
CREATE INDEX answer_correction_by_answer ON answer_correction (answer_id, id);

CREATE TABLE issue (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    inspel_id   BIGINT NOT NULL REFERENCES inspel (id),
    position    BIGINT NOT NULL,
    quote       TEXT   NOT NULL,
    title       TEXT   NOT NULL,
    topic_id    BIGINT REFERENCES topic (id),
    assignee    TEXT   NOT NULL,
    deadline    BIGINT,
    group_id    BIGINT REFERENCES issue_group (id),
    answer_id   BIGINT REFERENCES answer (id),
    UNIQUE (inspel_id, position)
);
CREATE INDEX issue_by_answer ON issue (process_id, answer_id, deadline, id);
CREATE INDEX issue_of_answer ON issue (answer_id);
CREATE INDEX issue_by_group ON issue (process_id, group_id);

CREATE TABLE text_block (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    title       TEXT   NOT NULL,
    text        TEXT   NOT NULL
);
CREATE INDEX text_block_by_process ON text_block (process_id, id);
