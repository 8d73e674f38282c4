-- The words that an inspel proposes are shown as a copy that can be masked, like its text.
ALTER TABLE amendment ADD COLUMN shown_text TEXT NOT NULL DEFAULT '';
UPDATE amendment SET shown_text = text;
ALTER TABLE redaction RENAME COLUMN letters TO characters;
