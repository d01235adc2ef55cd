-- Every claim, with the joined event that it speaks of, its sentence and the event's trigger.

SELECT c.article_key, a.article_id, a.published, c.kind, c.text AS words, c."interval", c.count, c.event_id,
    j.joined_id, j.type, j.mode, j.date_start, j.date_end, j.date_precision, j.place, j.geonames, j.place_country,
    j.first_published, e.text AS "trigger", e.sentence AS number, told.text AS sentence
FROM claims AS c
JOIN articles AS a USING (article_key)
LEFT JOIN events AS e ON e.article_key = c.article_key AND e.event_id = c.event_id
LEFT JOIN reports AS r ON r.article_key = c.article_key AND r.event_id = c.event_id
LEFT JOIN joined_events AS j ON j.joined_id = r.joined_id
LEFT JOIN sentences AS told ON told.article_key = c.article_key
    AND told.start_offset <= c.start_offset AND c.start_offset < told.end_offset
ORDER BY a.published, a.rowid, c.position
