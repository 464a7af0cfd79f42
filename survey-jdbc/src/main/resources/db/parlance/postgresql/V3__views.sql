-- One row for each run of a person through a survey. An earlier run counts only once a later one has started.
CREATE OR REPLACE VIEW parlance_run AS
WITH document AS (
  SELECT
    shelf,
    id,
    -- PostgreSQL refuses a null character in JSON, and respondents can send one.
    CASE
      WHEN position('\u0000' IN json) > 0
        THEN regexp_replace(json, '(?<!\\)((?:\\\\)*)\\u0000', '\1', 'g')
      ELSE json
    END::jsonb AS json
  FROM parlance_document
  WHERE shelf LIKE 'session:%' OR shelf LIKE 'earlier:%'
),
run AS (
  SELECT json FROM document WHERE shelf LIKE 'session:%'
  UNION ALL
  SELECT earlier.json
  FROM document AS earlier
  JOIN document AS session
    ON session.shelf = 'session:' || substr(earlier.shelf, 9)
    AND session.id = earlier.json ->> 'respondent'
    AND COALESCE((earlier.json ->> 'run')::integer, 1) < COALESCE((session.json ->> 'run')::integer, 1)
  WHERE earlier.shelf LIKE 'earlier:%'
)
SELECT
  json ->> 'survey' AS survey,
  json ->> 'respondent' AS respondent,
  COALESCE((json ->> 'run')::integer, 1) AS run,
  json ->> 'occasion' AS occasion,
  COALESCE(substring(json ->> 'occasion' FROM '^wave-([1-9][0-9]{0,3})$')::integer, 1) AS wave,
  json -> 'progress' ->> 'disposition' AS disposition,
  json -> 'person' ->> 'language' AS language,
  json -> 'progress' ->> 'channel' AS channel,
  (json -> 'progress' ->> 'started')::timestamptz AS started_at,
  (json -> 'progress' ->> 'ended')::timestamptz AS ended_at,
  json ->> 'revision' AS revision,
  json -> 'person' -> 'variables' AS variables,
  json -> 'answers' AS answers,
  json -> 'deliveries' AS deliveries
FROM run;

-- One row for each answer, also for a skipped question, whose value is NULL.
CREATE OR REPLACE VIEW parlance_answer AS
SELECT
  run.survey,
  run.respondent,
  run.run,
  run.occasion,
  run.wave,
  run.disposition,
  answer ->> 'question' AS question,
  CASE
    WHEN answer ->> 'how' NOT IN ('SKIPPED', 'LATE')
      THEN (
        SELECT string_agg(part, ', ' ORDER BY position)
        FROM jsonb_array_elements_text(answer -> 'value') WITH ORDINALITY AS value (part, position)
      )
  END AS value,
  answer -> 'value' AS parts,
  answer ->> 'how' AS input_method,
  COALESCE(
    answer ->> 'channel', CASE WHEN answer ->> 'how' IN ('TEXT', 'LATE') THEN 'text' ELSE 'voice' END
  ) AS channel,
  answer ->> 'language' AS language,
  (answer ->> 'confidence')::numeric AS confidence,
  (answer ->> 'attempt')::integer AS attempt,
  (answer ->> 'at')::timestamptz AS answered_at,
  answer ->> 'specified' AS specified,
  COALESCE((answer ->> 'refusal')::boolean, false) AS refusal,
  answer ->> 'wording' AS wording
FROM parlance_run AS run
CROSS JOIN LATERAL jsonb_array_elements(run.answers) AS answer;

-- One row for each message that did not arrive.
CREATE OR REPLACE VIEW parlance_undelivered AS
SELECT
  run.survey,
  run.respondent,
  run.run,
  run.occasion,
  run.wave,
  run.disposition,
  delivery ->> 'message' AS message_sid,
  delivery ->> 'channel' AS channel,
  (delivery ->> 'turn')::integer AS turn,
  lower(delivery ->> 'status') AS status,
  (delivery ->> 'code')::integer AS code,
  delivery ->> 'meaning' AS reason,
  (delivery ->> 'at')::timestamptz AS reported_at
FROM parlance_run AS run
CROSS JOIN LATERAL jsonb_array_elements(run.deliveries) AS delivery
WHERE (delivery ->> 'run')::integer = run.run
  AND delivery ->> 'status' IN ('UNDELIVERED', 'FAILED');

INSERT INTO parlance_migration (number) VALUES (3) ON CONFLICT DO NOTHING;
