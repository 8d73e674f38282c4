-- What has been signed: written before the signature leaves the house, so that no other is made for that size.
CREATE TABLE log_signed (
    size       BIGINT  PRIMARY KEY,
    root       {bytes} NOT NULL,
    signed_at  BIGINT  NOT NULL,
    note       TEXT    NOT NULL
);

-- A receipt's short code is the first 100 bits of the leaf.
CREATE INDEX log_entry_by_leaf ON log_entry (leaf);

ALTER TABLE log_entry ADD COLUMN process TEXT NOT NULL DEFAULT '';
CREATE INDEX log_entry_by_process ON log_entry (process, idx);
UPDATE log_entry SET process = split_part(split_part(data, chr(10) || 'process ', 2), chr(10), 1)
WHERE strpos(data, chr(10) || 'process ') > 0;

-- The log names an inspel by this.
CREATE INDEX inspel_by_public_id ON inspel (public_id);

-- Erasures whose traces in the database's journal are still to be freed.
CREATE TABLE erasure_to_sweep (log_place BIGINT PRIMARY KEY REFERENCES log_entry (idx));
