-- What people call a dimension and what the numbers count; empty where nobody has said.
ALTER TABLE dataset_dimension ADD COLUMN label TEXT NOT NULL DEFAULT '';
ALTER TABLE dataset ADD COLUMN measure TEXT NOT NULL DEFAULT '';

-- Whether a number is shown, how many are not, and the digest that everybody sees: salted where numbers are hidden, so
-- that nobody can try out which they are. Of statistics that are here already the digest is known to all.
ALTER TABLE dataset_cell ADD COLUMN shown TEXT NOT NULL DEFAULT 'shown';
ALTER TABLE dataset ADD COLUMN few BIGINT NOT NULL DEFAULT 0;
ALTER TABLE dataset ADD COLUMN withheld BIGINT NOT NULL DEFAULT 0;
ALTER TABLE dataset ADD COLUMN salt TEXT NOT NULL DEFAULT '';
ALTER TABLE dataset ADD COLUMN public_digest TEXT NOT NULL DEFAULT '';

UPDATE dataset_cell SET shown = 'few'
WHERE value IN (-4, -3, -2, -1, 1, 2, 3, 4)
  AND dataset_id IN (SELECT id FROM dataset WHERE small_numbers = 'hidden');
UPDATE dataset SET few = (SELECT COUNT(*) FROM dataset_cell c WHERE c.dataset_id = dataset.id AND c.shown = 'few');
UPDATE dataset SET public_digest = digest;
