-- The name of an organisation may name a person, and is masked where it is shown; what was sent stands as it was.
ALTER TABLE inspel ADD COLUMN shown_organisation TEXT NOT NULL DEFAULT '';
UPDATE inspel SET shown_organisation = organisation;
