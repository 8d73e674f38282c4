CREATE TABLE log_entry (
    idx     BIGINT  PRIMARY KEY,
    object  TEXT    NOT NULL,
    data    TEXT    NOT NULL,
    leaf    {bytes} NOT NULL
);
CREATE INDEX log_entry_by_object ON log_entry (object, idx);

-- Without its salt a commitment in the log says nothing more about what it was made of.
CREATE TABLE log_salt (
    idx    BIGINT  NOT NULL REFERENCES log_entry (idx),
    label  TEXT    NOT NULL,
    salt   {bytes} NOT NULL,
    PRIMARY KEY (idx, label)
);
