-- What events and actors are found by, in four queries; in each, `{some}` is a condition on the articles' numbers.

-- event_search: a row for each event of an article.
WITH who AS (
    SELECT p.article_number, p.event_id, p.role,
        '|' || string_agg(coalesce(p.country, '?'), '|') || '|' AS countries,
        '|' || string_agg(lower(coalesce(p.name, p.text)), '|') || '|' AS names,
        '|' || string_agg(e.who, '|') || '|' AS whos,
        string_agg(nullif(array_to_string(p.sector, '|'), ''), '|') AS sectors
    FROM (FROM participants WHERE {some}) AS p
    LEFT JOIN (SELECT article_number, entity_id, coalesce(wikidata, name) AS who FROM entities WHERE {some}) AS e
        ON e.article_number = p.article_number AND e.entity_id = p.entity_id
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
    coalesce(actor.whos, '') AS acting, coalesce(recipient.whos, '') AS receiving,
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
        '|' || string_agg(coalesce(country, '?'), '|') || '|' AS countries,
        '|' || string_agg(lower(name), '|') || '|' AS names,
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
-- and without accents. Behind "@" stands an actor: an identity or, without one, the name. An article may stand there
-- twice.
SELECT term, count(*)::INTEGER AS size, list(article_number) AS articles
FROM (
    SELECT article_number, unnest(string_split_regex(strip_accents(lower(text)), '[^\pL\pN]+')) AS term
    FROM (FROM sentences WHERE {some}) AS s
    SEMI JOIN (FROM events WHERE {some}) AS e ON e.article_number = s.article_number AND e.sentence = s.sentence
    UNION ALL SELECT article_number, '@' || coalesce(wikidata, name) FROM entities WHERE {some}
)
WHERE term <> ''
GROUP BY term
ORDER BY term;

-- actor_facts: in how many articles an actor has a name, an identity, a type, a country, a sector, and how often it is mentioned
-- by which name.
WITH e AS (
    SELECT article_number, entity_id, coalesce(wikidata, name) AS who, name, wikidata, type, country, sector
    FROM entities WHERE {some}
),
fact AS (
    SELECT who, unnest([
        {{'kind': 'name', 'value': name}}, {{'kind': 'wikidata', 'value': wikidata}},
        {{'kind': 'type', 'value': type}}, {{'kind': 'country', 'value': country}}
    ], recursive := true) FROM e
    UNION ALL SELECT who, 'sector', unnest(sector) FROM e
    UNION ALL SELECT who, 'mention', text
    FROM (FROM entity_mentions WHERE kind = 'name' AND {some}) JOIN e USING (article_number, entity_id)
)
SELECT who, kind, value, count(*) AS count FROM fact WHERE value IS NOT NULL GROUP BY ALL ORDER BY who, kind, value;
