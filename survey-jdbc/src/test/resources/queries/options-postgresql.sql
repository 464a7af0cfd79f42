SELECT part AS option, count(*) AS chosen
FROM parlance_answer CROSS JOIN jsonb_array_elements_text(parts) AS part
WHERE survey = 'lunch' AND question = 'dishes'
GROUP BY part
ORDER BY part
