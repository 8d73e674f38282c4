-- What happened, for the log's page of each kind.
ALTER TABLE log_entry ADD COLUMN type TEXT NOT NULL DEFAULT '';
UPDATE log_entry SET type = substr(data, instr(data, char(10) || 'type ') + 6,
    instr(data, char(10) || 'time ') - instr(data, char(10) || 'type ') - 6);
CREATE INDEX log_entry_by_type ON log_entry (type, idx);
