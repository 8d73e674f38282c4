-- A figure that is cited on purpose though its data has been replaced: over which dataset it holds, when, why and in what role.
-- Newer data than that asks again.
ALTER TABLE citation ADD COLUMN holds_over_id BIGINT REFERENCES dataset (id);
ALTER TABLE citation ADD COLUMN held_at BIGINT;
ALTER TABLE citation ADD COLUMN held_why TEXT NOT NULL DEFAULT '';
ALTER TABLE citation ADD COLUMN held_role TEXT NOT NULL DEFAULT '';
