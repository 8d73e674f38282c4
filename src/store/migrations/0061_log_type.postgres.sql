-- What happened, for the log's page of each kind.
ALTER TABLE log_entry ADD COLUMN type TEXT NOT NULL DEFAULT '';
UPDATE log_entry SET type = split_part(split_part(data, chr(10) || 'type ', 2), chr(10), 1);
CREATE INDEX log_entry_by_type ON log_entry (type, idx);
