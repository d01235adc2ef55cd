-- Every claim, with the joined event that it speaks of, the triggers of that event in all reports, and its sentence.

WITH about AS (
    SELECT c.article_key, c.position, r.joined_id
    FROM claims AS c
    JOIN reports AS r ON r.article_key = c.article_key AND r.event_id = c.event_id
),
said AS (
    SELECT r.joined_id, list(DISTINCT e.text ORDER BY e.text) AS triggers
    FROM reports AS r
    JOIN events AS e ON e.article_key = r.article_key AND e.event_id = r.event_id
    WHERE r.joined_id IN (SELECT joined_id FROM about)
    GROUP BY ALL
)
SELECT c.article_key, a.article_id, a.published, c.kind, c.text AS words, c."interval", c.count, c.event_id,
    j.joined_id, j.type, j.mode, j.date_start, j.date_end, j.date_precision, j.place, j.geonames, j.place_country,
    j.first_published, e.sentence AS number, said.triggers, told.text AS sentence
FROM claims AS c
JOIN articles AS a ON a.article_key = c.article_key
LEFT JOIN about ON about.article_key = c.article_key AND about.position = c.position
LEFT JOIN joined_events AS j ON j.joined_id = about.joined_id
LEFT JOIN said ON said.joined_id = about.joined_id
LEFT JOIN events AS e ON e.article_key = c.article_key AND e.event_id = c.event_id
LEFT JOIN sentences AS told ON told.article_key = c.article_key
    AND told.start_offset <= c.start_offset AND c.start_offset < told.end_offset
ORDER BY a.published, a.rowid, c.position
