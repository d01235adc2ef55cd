-- One row an event, flat, with the columns of `--format csv` (there `start_offset` and `end_offset` are `start` and
-- `end`). Of several participants the values stand in one order in actor, actor_country and actor_sector, divided
-- by "; ", and "?" marks one that is not known beside others that are. Sources stand innermost first: "A < B" is
-- what B says that A said.

CREATE OR REPLACE VIEW event_table AS
WITH who AS (
    SELECT article_key, event_id, role,
        string_agg(coalesce(name, text), '; ' ORDER BY position) AS names,
        CASE WHEN count(country) > 0
            THEN string_agg(coalesce(country, '?'), '; ' ORDER BY position) END AS countries,
        CASE WHEN sum(len(sector)) > 0
            THEN string_agg(coalesce(nullif(array_to_string(sector, ' '), ''), '?'), '; ' ORDER BY position)
            END AS sectors
    FROM participants
    GROUP BY ALL
),
told AS (
    SELECT article_key, event_id,
        string_agg(what || ' ' || CASE
            WHEN min = max THEN min::VARCHAR
            WHEN max IS NULL THEN coalesce(min || '+', '?')
            WHEN min IS NULL THEN 'up to ' || max
            ELSE min || '-' || max END, '; ' ORDER BY what) AS counts
    FROM counts
    GROUP BY ALL
),
link AS (
    SELECT article_key, event_id, unnest(attribution) AS attribution_id, generate_subscripts(attribution, 1) AS depth
    FROM events
),
said AS (
    SELECT link.article_key, link.event_id,
        string_agg(source_name, ' < ' ORDER BY depth) AS sources,
        first(kind ORDER BY depth) AS kind,
        first(stance ORDER BY depth) AS stance
    FROM link JOIN attributions USING (article_key, attribution_id)
    GROUP BY ALL
)
SELECT
    article_id, title, published,
    e.event_id, type,
    nullif(array_to_string(mode, '; '), '') AS mode,
    nullif(array_to_string(context, '; '), '') AS context,
    quad, score, status,
    actor.names AS actor, actor.countries AS actor_country, actor.sectors AS actor_sector,
    recipient.names AS recipient, recipient.countries AS recipient_country, recipient.sectors AS recipient_sector,
    told.counts AS counts,
    date_start, date_end, date_precision,
    place, latitude, longitude, place_country,
    said.sources AS source,
    coalesce(said.kind, 'author') AS source_kind,
    coalesce(said.stance, 'asserts') AS stance,
    confidence,
    e.text AS "trigger",
    s.text AS sentence,
    e.start_offset, e.end_offset,
    e.article_key
FROM events AS e
JOIN articles AS a ON a.article_key = e.article_key
LEFT JOIN sentences AS s ON s.article_key = e.article_key AND s.sentence = e.sentence
LEFT JOIN who AS actor
    ON actor.article_key = e.article_key AND actor.event_id = e.event_id AND actor.role = 'actor'
LEFT JOIN who AS recipient
    ON recipient.article_key = e.article_key AND recipient.event_id = e.event_id AND recipient.role = 'recipient'
LEFT JOIN told ON told.article_key = e.article_key AND told.event_id = e.event_id
LEFT JOIN said ON said.article_key = e.article_key AND said.event_id = e.event_id
ORDER BY a.rowid, e.position;

-- One row a joined event, flat, with the columns of event_table. What it says of who, when, where and how is what its
-- reports support best; article, trigger, sentence and source are those of the report that tells most.

CREATE OR REPLACE VIEW joined_table AS
WITH who AS (
    SELECT joined_id, role,
        string_agg(name, '; ' ORDER BY position) AS names,
        CASE WHEN count(country) > 0
            THEN string_agg(coalesce(country, '?'), '; ' ORDER BY position) END AS countries,
        CASE WHEN sum(len(sector)) > 0
            THEN string_agg(coalesce(nullif(array_to_string(sector, ' '), ''), '?'), '; ' ORDER BY position)
            END AS sectors
    FROM joined_participants
    GROUP BY ALL
),
told AS (
    SELECT joined_id,
        string_agg(what || ' ' || CASE
            WHEN min = max THEN min::VARCHAR
            WHEN max IS NULL THEN coalesce(min || '+', '?')
            WHEN min IS NULL THEN 'up to ' || max
            ELSE min || '-' || max END, '; ' ORDER BY what) AS counts
    FROM joined_counts
    GROUP BY ALL
)
SELECT
    e.article_id, e.title, j.first_published AS published,
    j.event_id, j.type,
    nullif(array_to_string(j.mode, '; '), '') AS mode,
    nullif(array_to_string(j.context, '; '), '') AS context,
    j.quad, j.score, j.status,
    actor.names AS actor, actor.countries AS actor_country, actor.sectors AS actor_sector,
    recipient.names AS recipient, recipient.countries AS recipient_country, recipient.sectors AS recipient_sector,
    told.counts AS counts,
    j.date_start, j.date_end, j.date_precision,
    j.place, j.latitude, j.longitude, j.place_country,
    e.source, e.source_kind, e.stance,
    j.confidence,
    e."trigger", e.sentence, e.start_offset, e.end_offset,
    j.article_key,
    j.joined_id, j.reports, j.sources
FROM joined_events AS j
LEFT JOIN event_table AS e ON e.article_key = j.article_key AND e.event_id = j.event_id
LEFT JOIN who AS actor ON actor.joined_id = j.joined_id AND actor.role = 'actor'
LEFT JOIN who AS recipient ON recipient.joined_id = j.joined_id AND recipient.role = 'recipient'
LEFT JOIN told ON told.joined_id = j.joined_id;
