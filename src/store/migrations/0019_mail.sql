-- What is to be sent to somebody, written in the transaction of the act that it is about. The words are made of what
-- stands in the other tables when it is sent or looked at, and what is secret in them (a receipt code, the token of a
-- sign-in link) of the key and the installation's secret: neither lies here.
CREATE TABLE mail (
    id          {id},
    process_id  BIGINT REFERENCES process (id),
    kind        TEXT   NOT NULL,
    recipient   TEXT   NOT NULL,
    language    TEXT   NOT NULL,
    inspel_id   BIGINT REFERENCES inspel (id),
    party_id    BIGINT REFERENCES party (id),
    code_key    TEXT   NOT NULL,
    public_id   TEXT   NOT NULL,
    state       TEXT   NOT NULL,
    tries       BIGINT NOT NULL,
    reply       BIGINT NOT NULL,
    made_at     BIGINT NOT NULL,
    next_at     BIGINT NOT NULL,
    ended_at    BIGINT
);
CREATE INDEX mail_by_state ON mail (state, next_at);
CREATE INDEX mail_by_process ON mail (process_id, id);
CREATE INDEX mail_by_process_and_state ON mail (process_id, state, id);
CREATE INDEX mail_by_inspel ON mail (inspel_id);
CREATE INDEX mail_by_recipient ON mail (lower(recipient), made_at);
