-- Joined events of one sort in some days before the day $end, but for the event $own: when, the words of the article that
-- tells most, the number $what, the triggers of all reports, and who takes part or is named in that sentence.

WITH mine AS (
    SELECT * FROM joined_events
    WHERE joined_id <> $own AND type = $type AND status IN ('happened', 'historical') AND confidence >= $sure
        AND ($mode IS NULL OR list_contains(mode, $mode))
        AND date_precision = 'day' AND date_start < $end AND ($start IS NULL OR date_start >= $start)
        AND ($geonames IS NULL OR geonames = $geonames)
        AND ($place IS NULL OR $geonames IS NOT NULL OR place = $place)
        AND ($country IS NULL OR place_country = $country)
),
told AS (
    SELECT r.joined_id, list(DISTINCT e.text) AS triggers
    FROM mine JOIN reports AS r USING (joined_id) JOIN events AS e ON e.article_key = r.article_key
        AND e.event_id = r.event_id
    GROUP BY ALL
),
who AS (
    SELECT p.joined_id, list(p.name) AS names, list(p.country) AS countries
    FROM mine JOIN joined_participants AS p USING (joined_id)
    GROUP BY ALL
),
lead AS (
    SELECT mine.joined_id, a.article_id, coalesce(s.text, e.text) AS words, e.article_key, s.start_offset, s.end_offset
    FROM mine
    JOIN articles AS a ON a.article_key = mine.article_key
    JOIN events AS e ON e.article_key = mine.article_key AND e.event_id = mine.event_id
    LEFT JOIN sentences AS s ON s.article_key = e.article_key AND s.sentence = e.sentence
),
beside AS (
    SELECT lead.joined_id, list(n.country) AS countries
    FROM lead
    JOIN entities AS n USING (article_key)
    JOIN entity_mentions AS m ON m.article_key = n.article_key AND m.entity_id = n.entity_id AND m.kind = 'name'
        AND m.start_offset BETWEEN lead.start_offset AND lead.end_offset
    GROUP BY ALL
)
SELECT mine.joined_id, mine.date_start, lead.article_id, lead.words, coalesce(n.min, n.max),
    told.triggers, coalesce(who.names, []),
    list_filter(list_distinct(coalesce(who.countries, []) || coalesce(beside.countries, [])), lambda c: c IS NOT NULL)
FROM mine
JOIN lead USING (joined_id)
JOIN told USING (joined_id)
LEFT JOIN who USING (joined_id)
LEFT JOIN beside USING (joined_id)
LEFT JOIN joined_counts AS n ON n.joined_id = mine.joined_id AND n.what = $what
ORDER BY mine.date_start DESC, mine.joined_id
