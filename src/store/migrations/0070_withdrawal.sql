-- A meeting that is called off, a step that is not taken, an activity that is closed early, a news item that is taken back: when, and why.
ALTER TABLE event ADD COLUMN withdrawn_at BIGINT;
ALTER TABLE event ADD COLUMN withdrawn_why TEXT NOT NULL DEFAULT '';
ALTER TABLE step ADD COLUMN withdrawn_at BIGINT;
ALTER TABLE step ADD COLUMN withdrawn_why TEXT NOT NULL DEFAULT '';
ALTER TABLE activity ADD COLUMN withdrawn_at BIGINT;
ALTER TABLE activity ADD COLUMN withdrawn_why TEXT NOT NULL DEFAULT '';
ALTER TABLE news ADD COLUMN withdrawn_at BIGINT;
ALTER TABLE news ADD COLUMN withdrawn_why TEXT NOT NULL DEFAULT '';
