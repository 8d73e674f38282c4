-- `process` and `type` stand in `data` too; here they are for the log's pages.
CREATE TABLE log_entry (
    idx      BIGINT  PRIMARY KEY,
    object   TEXT    NOT NULL,
    process  TEXT    NOT NULL,
    type     TEXT    NOT NULL,
    data     TEXT    NOT NULL,
    leaf     {bytes} NOT NULL
);
CREATE INDEX log_entry_by_object ON log_entry (object, idx);
-- A receipt's short code is the first 100 bits of the leaf.
CREATE INDEX log_entry_by_leaf ON log_entry (leaf);
CREATE INDEX log_entry_by_process ON log_entry (process, idx);
CREATE INDEX log_entry_by_type ON log_entry (type, idx);

-- Without its salt a commitment in the log says nothing more about what it was made of.
CREATE TABLE log_salt (
    idx    BIGINT  NOT NULL REFERENCES log_entry (idx),
    label  TEXT    NOT NULL,
    salt   {bytes} NOT NULL,
    PRIMARY KEY (idx, label)
);

-- What has been signed: written before the signature is published, so that no other is made for that size.
CREATE TABLE log_signed (
    size       BIGINT  PRIMARY KEY,
    root       {bytes} NOT NULL,
    signed_at  BIGINT  NOT NULL,
    note       TEXT    NOT NULL
);

-- Erasures whose traces in the database's journal are still to be freed.
CREATE TABLE erasure_to_sweep (
    log_place  BIGINT PRIMARY KEY REFERENCES log_entry (idx)
);
