-- Which process an entry is about, for the log's page of each.
ALTER TABLE log_entry ADD COLUMN process TEXT NOT NULL DEFAULT '';
UPDATE log_entry SET process = split_part(split_part(data, chr(10) || 'process ', 2), chr(10), 1)
WHERE strpos(data, chr(10) || 'process ') > 0;
CREATE INDEX log_entry_by_process ON log_entry (process, idx);
