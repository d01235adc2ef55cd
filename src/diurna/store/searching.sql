-- What events and actors are found by, in four queries; in each, `{some}` is a condition on the articles' numbers.

-- event_search: a row for each event of an article.
WITH who AS (
    SELECT p.article_number, p.event_id,
        '|' || string_agg(coalesce(p.country, '?'), '|') FILTER (role = 'actor') || '|' AS actors,
        '|' || string_agg(coalesce(p.country, '?'), '|') FILTER (role = 'recipient') || '|' AS recipients,
        '|' || string_agg(lower(coalesce(p.name, p.text)), '|') FILTER (role = 'actor') || '|' AS actor_names,
        '|' || string_agg(lower(coalesce(p.name, p.text)), '|') FILTER (role = 'recipient') || '|' AS recipient_names,
        '|' || string_agg(e.who, '|') FILTER (role = 'actor') || '|' AS acting,
        '|' || string_agg(e.who, '|') FILTER (role = 'recipient') || '|' AS receiving,
        string_agg(nullif(array_to_string(p.sector, '|'), ''), '|') AS sectors
    FROM (FROM participants WHERE {some}) AS p
    LEFT JOIN (SELECT article_number, entity_id, coalesce(wikidata, name) AS who FROM entities WHERE {some}) AS e
        ON e.article_number = p.article_number AND e.entity_id = p.entity_id
    GROUP BY ALL
)
SELECT
    e.article_number, e.article_key, e.event_id, e.sentence,
    coalesce(e.date_start, a.published) AS first_day, coalesce(e.date_end, a.published) AS last_day,
    e.type, '|' || array_to_string(e.mode, '|') || '|' AS modes, e.status, e.quad, e.score, e.confidence,
    lower(e.place) AS place, e.place_country,
    coalesce(who.actors, '') AS actors, coalesce(who.recipients, '') AS recipients,
    coalesce(who.actor_names, '') AS actor_names, coalesce(who.recipient_names, '') AS recipient_names,
    coalesce(who.acting, '') AS acting, coalesce(who.receiving, '') AS receiving,
    '|' || coalesce(who.sectors, '') || '|' AS sectors,
    concat_ws('|', lower(a.source), lower(e.told_by)) AS sources
FROM (FROM events WHERE {some}) AS e
JOIN (FROM articles WHERE {some}) AS a ON a.article_number = e.article_number
LEFT JOIN who ON who.article_number = e.article_number AND who.event_id = e.event_id
ORDER BY e.article_number, e.position;

-- joined_search: a row for each joined event of some rows of `{events}` and `{participants}`, with the sources of all its `{reports}`; the sentence
-- is that of the report that tells most.
WITH j AS (FROM joined_events WHERE {events}),
told AS (
    SELECT j.joined_id, string_agg(DISTINCT nullif(s.sources, ''), '|' ORDER BY nullif(s.sources, '')) AS sources,
        any_value(s.article_number) FILTER (lead) AS article_number, any_value(s.sentence) FILTER (lead) AS sentence
    FROM j
    JOIN ({reports}) AS r ON r.joined_id = j.joined_id
    JOIN (SELECT * FROM event_search WHERE {some}) AS s
        ON s.article_number = r.article_number AND s.event_id = r.event_id,
    LATERAL (SELECT s.article_key = j.article_key AND s.event_id = j.event_id AS lead)
    GROUP BY ALL
),
who AS (
    SELECT joined_id,
        '|' || string_agg(coalesce(country, '?'), '|') FILTER (role = 'actor') || '|' AS actors,
        '|' || string_agg(coalesce(country, '?'), '|') FILTER (role = 'recipient') || '|' AS recipients,
        '|' || string_agg(lower(name), '|') FILTER (role = 'actor') || '|' AS actor_names,
        '|' || string_agg(lower(name), '|') FILTER (role = 'recipient') || '|' AS recipient_names,
        string_agg(nullif(array_to_string(sector, '|'), ''), '|') AS sectors
    FROM joined_participants WHERE {participants}
    GROUP BY ALL
)
SELECT
    j.joined_id, told.article_number, j.article_key, j.event_id, told.sentence,
    coalesce(j.date_start, j.first_published) AS first_day, coalesce(j.date_end, j.first_published) AS last_day,
    j.type, '|' || array_to_string(j.mode, '|') || '|' AS modes, j.status, j.quad, j.score, j.confidence,
    lower(j.place) AS place, j.place_country,
    coalesce(who.actors, '') AS actors, coalesce(who.recipients, '') AS recipients,
    coalesce(who.actor_names, '') AS actor_names, coalesce(who.recipient_names, '') AS recipient_names,
    '|' || coalesce(who.sectors, '') || '|' AS sectors,
    coalesce(told.sources, '') AS sources, j.joined_number
FROM j
LEFT JOIN told ON told.joined_id = j.joined_id
LEFT JOIN who ON who.joined_id = j.joined_id
ORDER BY first_day, j.joined_id;

-- terms: in which articles a word stands in a sentence that tells an event; a word is letters and digits, in lower case
-- and without accents. Behind "@" stands an actor: an identity or, without one, the name. An article may stand there
-- twice. What stands between blanks is put together first, so that few of them are taken apart letter by letter.
WITH blanked AS (
    SELECT part, list(article_number) AS articles
    FROM (
        SELECT article_number, unnest(string_split(text, ' ')) AS part
        FROM (FROM sentences WHERE {some}) AS s
        SEMI JOIN (FROM events WHERE {some}) AS e ON e.article_number = s.article_number AND e.sentence = s.sentence
    )
    GROUP BY part
),
found AS (
    SELECT unnest(string_split_regex(strip_accents(lower(part)), '[^\pL\pN]+')) AS term, articles FROM blanked
    UNION ALL
    SELECT '@' || coalesce(wikidata, name) AS term, list(article_number) AS articles FROM entities WHERE {some}
    GROUP BY term
)
SELECT term, sum(len(articles))::INTEGER AS size, flatten(list(articles)) AS articles
FROM found
WHERE term <> ''
GROUP BY term
ORDER BY term;

-- actor_facts: in how many articles an actor has a name, an identity, a type, a country, a sector, and how often it is mentioned
-- by which name.
WITH e AS (
    SELECT article_number, entity_id, coalesce(wikidata, name) AS who, name, wikidata, type, country, sector
    FROM entities WHERE {some}
),
-- An actor is alike in most articles: so counted first, there is little left to lay out.
alike AS (SELECT who, name, wikidata, type, country, sector, count(*) AS times FROM e GROUP BY ALL),
called AS (
    SELECT who, text, count(*) AS times
    FROM (FROM entity_mentions WHERE kind = 'name' AND {some}) JOIN e USING (article_number, entity_id)
    GROUP BY ALL
),
fact AS (
    SELECT who, times, unnest([
        {{'kind': 'name', 'value': name}}, {{'kind': 'wikidata', 'value': wikidata}},
        {{'kind': 'type', 'value': type}}, {{'kind': 'country', 'value': country}}
    ], recursive := true) FROM alike
    UNION ALL SELECT who, times, 'sector', unnest(sector) FROM alike
    UNION ALL SELECT who, times, 'mention', text FROM called
)
SELECT who, kind, value, sum(times)::BIGINT AS count FROM fact WHERE value IS NOT NULL
GROUP BY ALL ORDER BY who, kind, value;
