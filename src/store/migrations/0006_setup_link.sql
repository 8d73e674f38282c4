-- The way in for the first process leader, made at the command line.
CREATE TABLE setup_link (
    token_digest  {bytes} PRIMARY KEY,
    expires_at    BIGINT NOT NULL
);
