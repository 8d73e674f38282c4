-- That a backup was put into the database alone: its log waits for an answer as soon as somebody opens it with a data folder.
CREATE TABLE restore_mark (
    restored_at  BIGINT NOT NULL
);
