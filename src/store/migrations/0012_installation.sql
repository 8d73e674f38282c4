-- Which installation this is: a name of its own, and the digest of the secret that receipt codes and form keys hang on.
CREATE TABLE installation (
    only_one       BIGINT  PRIMARY KEY CHECK (only_one = 1),
    identity       TEXT    NOT NULL,
    secret_digest  {bytes} NOT NULL
);
