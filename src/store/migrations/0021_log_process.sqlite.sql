-- Which process an entry is about, for the log's page of each.
ALTER TABLE log_entry ADD COLUMN process TEXT NOT NULL DEFAULT '';
UPDATE log_entry SET process = substr(data, instr(data, char(10) || 'process ') + 9,
    instr(data, char(10) || 'object ') - instr(data, char(10) || 'process ') - 9)
WHERE instr(data, char(10) || 'process ') > 0;
CREATE INDEX log_entry_by_process ON log_entry (process, idx);
