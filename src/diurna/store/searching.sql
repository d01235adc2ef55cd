-- What events and actors are found by, in three queries; in each, `{some}` is a condition on the articles' numbers.

-- event_search: a row for each event of an article.
WITH who AS (
    SELECT article_number, event_id, role,
        '|' || string_agg(coalesce(country, '?'), '|' ORDER BY position) || '|' AS countries,
        '|' || string_agg(lower(coalesce(name, text)), '|' ORDER BY position) || '|' AS names,
        string_agg(nullif(array_to_string(sector, '|'), ''), '|') AS sectors
    FROM participants WHERE {some}
    GROUP BY ALL
),
link AS (SELECT article_number, event_id, unnest(attribution) AS attribution_id FROM events WHERE {some}),
said AS (
    SELECT link.article_number, link.event_id, string_agg(DISTINCT lower(told.source_name), '|') AS sources
    FROM link
    JOIN (FROM attributions WHERE {some}) AS told USING (article_number, attribution_id)
    GROUP BY ALL
)
SELECT
    e.article_number, e.article_key, e.event_id, e.sentence,
    coalesce(e.date_start, a.published) AS first_day, coalesce(e.date_end, a.published) AS last_day,
    e.type, '|' || array_to_string(e.mode, '|') || '|' AS modes, e.status, e.quad, e.score, e.confidence,
    lower(e.place) AS place, e.place_country,
    coalesce(actor.countries, '') AS actors, coalesce(recipient.countries, '') AS recipients,
    coalesce(actor.names, '') AS actor_names, coalesce(recipient.names, '') AS recipient_names,
    '|' || concat_ws('|', actor.sectors, recipient.sectors) || '|' AS sectors,
    concat_ws('|', lower(a.source), said.sources) AS sources
FROM (FROM events WHERE {some}) AS e
JOIN (FROM articles WHERE {some}) AS a ON a.article_number = e.article_number
LEFT JOIN who AS actor
    ON actor.article_number = e.article_number AND actor.event_id = e.event_id AND actor.role = 'actor'
LEFT JOIN who AS recipient
    ON recipient.article_number = e.article_number AND recipient.event_id = e.event_id AND recipient.role = 'recipient'
LEFT JOIN said ON said.article_number = e.article_number AND said.event_id = e.event_id
ORDER BY e.article_number, e.position;

-- joined_search: a row for each joined event of those in `{ids}`, with the sources of all its `{reports}`; the sentence
-- is that of the report that tells most.
WITH j AS (FROM joined_events WHERE {ids}),
told AS (
    SELECT j.joined_id, string_agg(DISTINCT nullif(s.sources, ''), '|') AS sources,
        any_value(s.article_number) FILTER (lead) AS article_number, any_value(s.sentence) FILTER (lead) AS sentence
    FROM j
    JOIN ({reports}) AS r ON r.joined_id = j.joined_id
    JOIN (SELECT * FROM event_search WHERE {some}) AS s
        ON s.article_number = r.article_number AND s.event_id = r.event_id,
    LATERAL (SELECT s.article_key = j.article_key AND s.event_id = j.event_id AS lead)
    GROUP BY ALL
),
who AS (
    SELECT joined_id, role,
        '|' || string_agg(coalesce(country, '?'), '|' ORDER BY position) || '|' AS countries,
        '|' || string_agg(lower(name), '|' ORDER BY position) || '|' AS names,
        string_agg(nullif(array_to_string(sector, '|'), ''), '|') AS sectors
    FROM joined_participants WHERE {ids}
    GROUP BY ALL
)
SELECT
    j.joined_id, told.article_number, j.article_key, j.event_id, told.sentence,
    coalesce(j.date_start, j.first_published) AS first_day, coalesce(j.date_end, j.first_published) AS last_day,
    j.type, '|' || array_to_string(j.mode, '|') || '|' AS modes, j.status, j.quad, j.score, j.confidence,
    lower(j.place) AS place, j.place_country,
    coalesce(actor.countries, '') AS actors, coalesce(recipient.countries, '') AS recipients,
    coalesce(actor.names, '') AS actor_names, coalesce(recipient.names, '') AS recipient_names,
    '|' || concat_ws('|', actor.sectors, recipient.sectors) || '|' AS sectors,
    coalesce(told.sources, '') AS sources
FROM j
LEFT JOIN told ON told.joined_id = j.joined_id
LEFT JOIN who AS actor ON actor.joined_id = j.joined_id AND actor.role = 'actor'
LEFT JOIN who AS recipient ON recipient.joined_id = j.joined_id AND recipient.role = 'recipient'
ORDER BY first_day, j.joined_id;

-- terms: in which articles a word stands in a sentence that tells an event; a word is letters and digits, in lower case
-- and without accents. Behind "=" stands a name that somebody has there, in lower case; behind "@" who it is: an
-- identity or, without one, the name.
SELECT term, list(DISTINCT article_number ORDER BY article_number) AS articles
FROM (
    SELECT article_number, unnest(string_split_regex(strip_accents(lower(text)), '[^\pL\pN]+')) AS term
    FROM (FROM sentences WHERE {some}) AS s
    SEMI JOIN (FROM events WHERE {some}) AS e ON e.article_number = s.article_number AND e.sentence = s.sentence
    UNION ALL SELECT article_number, '=' || lower(text) FROM entity_mentions WHERE kind = 'name' AND {some}
    UNION ALL SELECT article_number, unnest(['=' || lower(name), '@' || coalesce(wikidata, name)])
    FROM entities WHERE {some}
)
WHERE term <> ''
GROUP BY term
ORDER BY term;
