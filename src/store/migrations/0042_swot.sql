-- What is strong and weak in the region, and what it may gain or lose: a sentence each, which rests on evidence. A draft is
-- the staff's own; what everybody reads has evidence.
CREATE TABLE swot_item (
    id            {id},
    process_id    BIGINT NOT NULL REFERENCES process (id),
    number        BIGINT NOT NULL,
    quadrant      TEXT   NOT NULL,
    text          TEXT   NOT NULL,
    state         TEXT   NOT NULL,
    published_at  BIGINT,
    UNIQUE (process_id, number)
);

-- What an item rests on besides figures of runs, which are citations: a dataset, an inspel, an issue.
CREATE TABLE swot_evidence (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    item_id     BIGINT NOT NULL REFERENCES swot_item (id),
    reference   TEXT   NOT NULL,
    added_at    BIGINT NOT NULL
);
CREATE INDEX swot_evidence_by_item ON swot_evidence (item_id);

ALTER TABLE citation ADD COLUMN swot_item_id BIGINT REFERENCES swot_item (id);
CREATE INDEX citation_by_swot_item ON citation (swot_item_id);
