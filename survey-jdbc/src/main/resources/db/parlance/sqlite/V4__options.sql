-- One row for each answer, also for a skipped question, whose value is NULL.
DROP VIEW IF EXISTS parlance_answer;

CREATE VIEW IF NOT EXISTS parlance_answer AS
SELECT
  run.survey,
  run.respondent,
  run.run,
  run.occasion,
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
  COALESCE(json_extract(answer.value, '$.refusal'), 0) AS refusal
FROM parlance_run AS run, json_each(run.answers) AS answer;

INSERT INTO parlance_migration (number) VALUES (4) ON CONFLICT DO NOTHING;
