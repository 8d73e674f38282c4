-- The staff's list of everything. An inspel waits to be split until all of it is an issue or somebody has said that the
-- rest is none.
ALTER TABLE inspel ADD COLUMN is_split BIGINT NOT NULL DEFAULT 0;
UPDATE inspel SET is_split = 1 WHERE issue_count > 0;
CREATE INDEX inspel_by_split ON inspel (process_id, state, is_split, id);
CREATE INDEX inspel_of_topic ON inspel (process_id, topic_id, id);
CREATE INDEX inspel_of_municipality ON inspel (process_id, municipality, id);
CREATE INDEX inspel_of_actor_kind ON inspel (process_id, actor_kind, id);
CREATE INDEX issue_by_topic ON issue (process_id, topic_id, id);
CREATE INDEX issue_by_assignee ON issue (process_id, assignee, id);

-- What somebody is writing on the desk and has not saved; or, without words, where they have been led to. It goes when
-- the text is saved, and with the person.
CREATE TABLE draft (
    staff_id    BIGINT NOT NULL REFERENCES staff (id),
    process_id  BIGINT NOT NULL REFERENCES process (id),
    place       TEXT   NOT NULL,
    words       TEXT   NOT NULL,
    kept_at     BIGINT NOT NULL,
    PRIMARY KEY (staff_id, process_id, place)
);
CREATE INDEX draft_by_place ON draft (process_id, place);

-- A search of the list that somebody comes back to.
CREATE TABLE saved_filter (
    id          {id},
    staff_id    BIGINT NOT NULL REFERENCES staff (id),
    process_id  BIGINT NOT NULL REFERENCES process (id),
    title       TEXT   NOT NULL,
    query       TEXT   NOT NULL
);
CREATE INDEX saved_filter_by_staff ON saved_filter (staff_id, process_id, id);

-- What somebody did to many at once, for them to see what came of it and to undo it: the newest few of each person.
CREATE TABLE bulk_act (
    id          {id},
    staff_id    BIGINT NOT NULL REFERENCES staff (id),
    process_id  BIGINT NOT NULL REFERENCES process (id),
    kind        TEXT   NOT NULL,
    made_at     BIGINT NOT NULL,
    undone_at   BIGINT
);
CREATE INDEX bulk_act_by_staff ON bulk_act (staff_id, process_id, id);
CREATE TABLE bulk_item (
    id           {id},
    bulk_act_id  BIGINT NOT NULL REFERENCES bulk_act (id),
    object       TEXT   NOT NULL,
    object_id    BIGINT NOT NULL,
    label        TEXT   NOT NULL,
    was          TEXT   NOT NULL,
    became       TEXT   NOT NULL,
    refusal      TEXT   NOT NULL
);
CREATE INDEX bulk_item_by_act ON bulk_item (bulk_act_id, id);
