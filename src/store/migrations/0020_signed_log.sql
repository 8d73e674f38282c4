-- What has been signed: written before the signature leaves the house, so that no other is made for that size.
CREATE TABLE log_signed (
    size       BIGINT  PRIMARY KEY,
    root       {bytes} NOT NULL,
    signed_at  BIGINT  NOT NULL,
    note       TEXT    NOT NULL
);

-- A receipt's short code is the first 100 bits of the leaf.
CREATE INDEX log_entry_by_leaf ON log_entry (leaf);

-- The log names an inspel by this.
CREATE INDEX inspel_by_public_id ON inspel (public_id);

-- Erasures whose traces in the database's journal are still to be freed.
CREATE TABLE erasure_to_sweep (log_place BIGINT PRIMARY KEY REFERENCES log_entry (idx));
