-- Who of the staff looked for what is kept about a person who asked to see it, and took it out: in which case and why. Not
-- whom it was about: that stands in the case.
CREATE TABLE extract_use (
    id           {id},
    search_id    BIGINT REFERENCES extract_use (id),
    process_id   BIGINT REFERENCES process (id),
    staff_id     BIGINT REFERENCES staff (id),
    kind         TEXT   NOT NULL,
    case_number  TEXT   NOT NULL,
    reason       TEXT   NOT NULL,
    ways         TEXT   NOT NULL,
    found        BIGINT NOT NULL,
    digest       TEXT   NOT NULL,
    used_at      BIGINT NOT NULL
);
CREATE INDEX extract_use_by_process ON extract_use (process_id, id);
CREATE INDEX extract_use_by_staff ON extract_use (staff_id, id);
