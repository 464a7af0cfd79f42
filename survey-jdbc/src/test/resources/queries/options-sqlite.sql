SELECT part.value AS option, count(*) AS chosen
FROM parlance_answer, json_each(parts) AS part
WHERE survey = 'lunch' AND question = 'dishes'
GROUP BY part.value
ORDER BY part.value
