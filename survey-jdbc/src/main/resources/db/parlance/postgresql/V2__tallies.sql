ALTER TABLE parlance_document ADD COLUMN IF NOT EXISTS touched_at BIGINT;

ALTER TABLE parlance_document ADD COLUMN IF NOT EXISTS tally TEXT;

ALTER TABLE parlance_document ADD COLUMN IF NOT EXISTS tally_version BIGINT NOT NULL DEFAULT 0;

CREATE TABLE IF NOT EXISTS parlance_tally (
  shelf VARCHAR(300) NOT NULL,
  id VARCHAR(36) NOT NULL,
  amounts TEXT NOT NULL,
  PRIMARY KEY (shelf, id)
);

CREATE INDEX IF NOT EXISTS parlance_document_outdated ON parlance_document (shelf, tally_version) WHERE tally_version <> version;

CREATE INDEX IF NOT EXISTS parlance_document_touched ON parlance_document (shelf, touched_at) WHERE touched_at IS NOT NULL;

INSERT INTO parlance_migration (number) VALUES (2) ON CONFLICT DO NOTHING;
