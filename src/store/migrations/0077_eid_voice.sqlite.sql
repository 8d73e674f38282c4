-- That an eID has been counted in a conversation, once: a keyed digest of both. It says neither whose nor with which answers.
CREATE TABLE eid_voice (
    activity_id  BIGINT NOT NULL REFERENCES activity (id),
    voice        TEXT   NOT NULL,
    PRIMARY KEY (activity_id, voice)
) WITHOUT ROWID;
