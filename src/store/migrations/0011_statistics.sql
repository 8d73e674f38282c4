-- Statistics as they were read from a file. They belong to the region, not to one process.
CREATE TABLE dataset (
    id           {id},
    number       BIGINT NOT NULL UNIQUE,
    title        TEXT   NOT NULL,
    source       TEXT   NOT NULL,
    licence      TEXT   NOT NULL,
    digest       TEXT   NOT NULL UNIQUE,
    cells        BIGINT NOT NULL,
    missing      BIGINT NOT NULL,
    imported_at  BIGINT NOT NULL
);

CREATE TABLE dataset_dimension (
    dataset_id  BIGINT NOT NULL REFERENCES dataset (id),
    position    BIGINT NOT NULL,
    name        TEXT   NOT NULL,
    PRIMARY KEY (dataset_id, position)
);

CREATE TABLE dataset_member (
    dataset_id  BIGINT NOT NULL REFERENCES dataset (id),
    dimension   BIGINT NOT NULL,
    position    BIGINT NOT NULL,
    code        TEXT   NOT NULL,
    label       TEXT   NOT NULL,
    PRIMARY KEY (dataset_id, dimension, position)
);

-- A cell's place among all combinations of members: the last dimension runs fastest.
CREATE TABLE dataset_cell (
    dataset_id  BIGINT NOT NULL REFERENCES dataset (id),
    place       BIGINT NOT NULL,
    value       DOUBLE PRECISION,
    sign        TEXT   NOT NULL,
    PRIMARY KEY (dataset_id, place)
);

CREATE TABLE region_map (
    id           {id},
    number       BIGINT NOT NULL UNIQUE,
    level        TEXT   NOT NULL,
    source       TEXT   NOT NULL,
    licence      TEXT   NOT NULL,
    digest       TEXT   NOT NULL,
    areas        BIGINT NOT NULL,
    imported_at  BIGINT NOT NULL
);
CREATE INDEX region_map_by_level ON region_map (level, number);

CREATE TABLE region_map_area (
    map_id    BIGINT NOT NULL REFERENCES region_map (id),
    code      TEXT   NOT NULL,
    name      TEXT   NOT NULL,
    polygons  TEXT   NOT NULL,
    PRIMARY KEY (map_id, code)
);
