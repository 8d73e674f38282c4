-- By which decision a kind of what is kept of people goes, and how long after what. Rows are ended, never changed: what was
-- in force when something was erased can be read. Without a process it is about what belongs to none.
CREATE TABLE retention_rule (
    id          {id},
    process_id  BIGINT REFERENCES process (id),
    kind        TEXT   NOT NULL,
    event       TEXT   NOT NULL,
    amount      BIGINT NOT NULL,
    unit        TEXT   NOT NULL,
    decision    TEXT   NOT NULL,
    decided_on  BIGINT NOT NULL,
    made_at     BIGINT NOT NULL,
    ended_at    BIGINT
);
CREATE UNIQUE INDEX retention_rule_in_force ON retention_rule (COALESCE(process_id, 0), kind) WHERE ended_at IS NULL;

-- What went: how many of which kind, on which day and by which decision, never whose.
CREATE TABLE retention_erased (
    id          {id},
    process_id  BIGINT REFERENCES process (id),
    kind        TEXT   NOT NULL,
    day         BIGINT NOT NULL,
    decision    TEXT   NOT NULL,
    things      BIGINT NOT NULL,
    log_place   BIGINT NOT NULL
);
CREATE INDEX retention_erased_by_day ON retention_erased (process_id, day, id);

-- The days on which the server has looked for what is to go. A clock that has been set forward has not seen the days before.
CREATE TABLE retention_round (
    day  BIGINT PRIMARY KEY
);
