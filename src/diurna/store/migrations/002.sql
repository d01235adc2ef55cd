-- Whom something is said to ("told Parliament").
ALTER TABLE attributions ADD COLUMN addressee_start INTEGER;
ALTER TABLE attributions ADD COLUMN addressee_end INTEGER;
ALTER TABLE attributions ADD COLUMN addressee_text VARCHAR;
