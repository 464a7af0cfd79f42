-- One row for each answer, also for a skipped question, whose value is NULL.
CREATE OR REPLACE VIEW parlance_answer AS
SELECT
  run.survey,
  run.respondent,
  run.run,
  run.occasion,
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
  COALESCE((answer ->> 'refusal')::boolean, false) AS refusal
FROM parlance_run AS run
CROSS JOIN LATERAL jsonb_array_elements(run.answers) AS answer;

INSERT INTO parlance_migration (number) VALUES (4) ON CONFLICT DO NOTHING;
