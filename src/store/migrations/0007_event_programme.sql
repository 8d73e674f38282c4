ALTER TABLE event ADD COLUMN programme_sv TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN programme_en TEXT NOT NULL DEFAULT '';

CREATE TABLE event_document (
    process_id  BIGINT NOT NULL REFERENCES process (id),
    event_id    BIGINT NOT NULL REFERENCES event (id),
    position    BIGINT NOT NULL,
    title       TEXT   NOT NULL,
    href        TEXT   NOT NULL,
    PRIMARY KEY (event_id, position)
);
