-- When the document was last saved, in milliseconds, by the database's clock.
ALTER TABLE parlance_document ADD COLUMN IF NOT EXISTS saved_at BIGINT;

CREATE INDEX IF NOT EXISTS parlance_document_saved ON parlance_document (shelf, saved_at, id) WHERE saved_at IS NOT NULL;

INSERT INTO parlance_migration (number) VALUES (4) ON CONFLICT DO NOTHING;
