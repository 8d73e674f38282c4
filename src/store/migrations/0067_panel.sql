-- Some who know a field are asked for a number in rounds. A round's days never change: it is counted once.
CREATE TABLE panel (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    number      BIGINT NOT NULL,
    title       TEXT   NOT NULL,
    text        TEXT   NOT NULL,
    unit        TEXT   NOT NULL,
    least       BIGINT NOT NULL,
    most        BIGINT NOT NULL,
    begun_at    BIGINT NOT NULL,
    UNIQUE (process_id, number)
);

CREATE TABLE panel_round (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    panel_id    BIGINT NOT NULL REFERENCES panel (id),
    round       BIGINT NOT NULL,
    opens       BIGINT NOT NULL,
    closes      BIGINT NOT NULL,
    feedback    TEXT   NOT NULL,
    UNIQUE (panel_id, round)
);

-- Who was asked by a link of their own.
CREATE TABLE panel_member (
    id            {id},
    process_id    BIGINT NOT NULL REFERENCES process (id),
    panel_id      BIGINT NOT NULL REFERENCES panel (id),
    organisation  TEXT   NOT NULL,
    sector        TEXT   NOT NULL,
    invited_at    BIGINT NOT NULL
);
CREATE INDEX panel_member_by_panel ON panel_member (panel_id);

-- One for each member and round: the newest counts. The member is a digest of a link that only they have.
CREATE TABLE panel_estimate (
    id          {id},
    process_id  BIGINT NOT NULL REFERENCES process (id),
    panel_id    BIGINT NOT NULL REFERENCES panel (id),
    round       BIGINT NOT NULL,
    member      TEXT   NOT NULL,
    estimated   BIGINT NOT NULL,
    reason      TEXT   NOT NULL,
    UNIQUE (panel_id, round, member)
);
