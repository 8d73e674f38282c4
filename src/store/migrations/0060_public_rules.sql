-- The rules that the site follows, as they were each time they changed: a text that the log vouches for.
CREATE TABLE public_rules (
    digest     TEXT   PRIMARY KEY,
    text       TEXT   NOT NULL
);
