-- A link that a process leader has made opens that process and no other, and so does the session begun with it. Without
-- a process (NULL) it was made at the command line, and opens all in which the person has a role. What is under way
-- does not say who made it, so everybody signs in again.
DELETE FROM sign_in_link;
DELETE FROM session;
ALTER TABLE sign_in_link ADD COLUMN process_id BIGINT REFERENCES process (id);
ALTER TABLE session ADD COLUMN process_id BIGINT REFERENCES process (id);
CREATE INDEX sign_in_link_by_staff ON sign_in_link (staff_id);
