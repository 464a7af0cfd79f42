CREATE TABLE IF NOT EXISTS parlance_migration (number INTEGER PRIMARY KEY);

CREATE TABLE IF NOT EXISTS parlance_document (
  shelf VARCHAR(300) NOT NULL,
  id VARCHAR(300) NOT NULL,
  version BIGINT NOT NULL,
  owner VARCHAR(100) NOT NULL,
  wake_at BIGINT,
  json TEXT NOT NULL,
  PRIMARY KEY (shelf, id)
);

CREATE INDEX IF NOT EXISTS parlance_document_wake ON parlance_document (shelf, wake_at) WHERE wake_at IS NOT NULL;

CREATE INDEX IF NOT EXISTS parlance_document_owner ON parlance_document (owner) WHERE owner <> '';

INSERT INTO parlance_migration (number) VALUES (1) ON CONFLICT DO NOTHING;
