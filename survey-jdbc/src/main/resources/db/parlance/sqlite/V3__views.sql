-- One row for each run of a person through a survey. An earlier run counts only once a later one has started.
CREATE VIEW IF NOT EXISTS parlance_run AS
WITH run AS (
  SELECT json FROM parlance_document WHERE shelf LIKE 'session:%'
  UNION ALL
  SELECT earlier.json
  FROM parlance_document AS earlier
  JOIN parlance_document AS session
    ON session.shelf = 'session:' || substr(earlier.shelf, 9)
    AND session.id = json_extract(earlier.json, '$.respondent')
    AND COALESCE(json_extract(earlier.json, '$.run'), 1) < COALESCE(json_extract(session.json, '$.run'), 1)
  WHERE earlier.shelf LIKE 'earlier:%'
)
SELECT
  json_extract(json, '$.survey') AS survey,
  json_extract(json, '$.respondent') AS respondent,
  COALESCE(json_extract(json, '$.run'), 1) AS run,
  json_extract(json, '$.occasion') AS occasion,
  CASE
    WHEN json_extract(json, '$.occasion') GLOB 'wave-[1-9]*' AND substr(json_extract(json, '$.occasion'), 6) NOT GLOB '*[^0-9]*'
      THEN CAST(substr(json_extract(json, '$.occasion'), 6) AS INTEGER)
    ELSE 1
  END AS wave,
  json_extract(json, '$.progress.disposition') AS disposition,
  json_extract(json, '$.person.language') AS language,
  json_extract(json, '$.progress.channel') AS channel,
  json_extract(json, '$.progress.started') AS started_at,
  json_extract(json, '$.progress.ended') AS ended_at,
  json_extract(json, '$.revision') AS revision,
  json_extract(json, '$.person.variables') AS variables,
  json_extract(json, '$.answers') AS answers,
  json_extract(json, '$.deliveries') AS deliveries
FROM run;

-- One row for each answer, also for a skipped question, whose value is NULL.
CREATE VIEW IF NOT EXISTS parlance_answer AS
SELECT
  run.survey,
  run.respondent,
  run.run,
  run.occasion,
  run.wave,
  run.disposition,
  json_extract(answer.value, '$.question') AS question,
  CASE
    WHEN json_extract(answer.value, '$.how') NOT IN ('SKIPPED', 'LATE')
      THEN (
        SELECT group_concat(part.value, ', ' ORDER BY part.key)
        FROM json_each(answer.value, '$.value') AS part
      )
  END AS value,
  json_extract(answer.value, '$.value') AS parts,
  json_extract(answer.value, '$.how') AS input_method,
  COALESCE(
    json_extract(answer.value, '$.channel'),
    CASE WHEN json_extract(answer.value, '$.how') IN ('TEXT', 'LATE') THEN 'text' ELSE 'voice' END
  ) AS channel,
  json_extract(answer.value, '$.language') AS language,
  json_extract(answer.value, '$.confidence') AS confidence,
  json_extract(answer.value, '$.attempt') AS attempt,
  json_extract(answer.value, '$.at') AS answered_at,
  json_extract(answer.value, '$.specified') AS specified,
  COALESCE(json_extract(answer.value, '$.refusal'), 0) AS refusal,
  json_extract(answer.value, '$.wording') AS wording
FROM parlance_run AS run, json_each(run.answers) AS answer;

-- One row for each message that did not arrive.
CREATE VIEW IF NOT EXISTS parlance_undelivered AS
SELECT
  run.survey,
  run.respondent,
  run.run,
  run.occasion,
  run.wave,
  run.disposition,
  json_extract(delivery.value, '$.message') AS message_sid,
  json_extract(delivery.value, '$.channel') AS channel,
  json_extract(delivery.value, '$.turn') AS turn,
  lower(json_extract(delivery.value, '$.status')) AS status,
  json_extract(delivery.value, '$.code') AS code,
  json_extract(delivery.value, '$.meaning') AS reason,
  json_extract(delivery.value, '$.at') AS reported_at
FROM parlance_run AS run, json_each(run.deliveries) AS delivery
WHERE json_extract(delivery.value, '$.run') = run.run
  AND json_extract(delivery.value, '$.status') IN ('UNDELIVERED', 'FAILED');

INSERT INTO parlance_migration (number) VALUES (3) ON CONFLICT DO NOTHING;
