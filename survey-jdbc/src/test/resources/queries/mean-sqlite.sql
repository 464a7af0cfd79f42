SELECT disposition, count(*) AS answers, round(avg(CAST(value AS REAL)), 1) AS mean
FROM parlance_answer
WHERE survey = 'lunch' AND question = 'taste' AND value IS NOT NULL
GROUP BY disposition
ORDER BY disposition
