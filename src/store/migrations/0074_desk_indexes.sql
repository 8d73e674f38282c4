-- The desk counts what came in day by day, and lists what is late and what somebody is to answer, by an index, and
-- not from the inspel and issues with all their words.
CREATE INDEX inspel_by_arrival ON inspel (process_id, received_at);
CREATE INDEX inspel_by_waiting ON inspel (process_id, id, due_on) WHERE due_on IS NOT NULL;
CREATE INDEX issue_by_assignee_of_inspel ON issue (process_id, assignee, inspel_id);
