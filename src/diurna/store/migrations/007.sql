-- Everybody on whose word an event stands, and by which reports each field of a joined event is supported. Of joined
-- events it is filled in by `diurna merge`; until then they have what the report that tells most has.

ALTER TABLE events ADD COLUMN vouched BOOLEAN;
ALTER TABLE events ADD COLUMN told_by VARCHAR;
ALTER TABLE events ADD COLUMN told_kind VARCHAR;
ALTER TABLE events ADD COLUMN told_stance VARCHAR;
ALTER TABLE event_mentions ADD COLUMN attribution VARCHAR[];
ALTER TABLE joined_events ADD COLUMN vouched BOOLEAN;
ALTER TABLE joined_events ADD COLUMN told_by VARCHAR;
ALTER TABLE joined_events ADD COLUMN support VARCHAR;

-- The records of these articles do not tell whose word a mention stands on: it counts as the trigger's.
UPDATE event_mentions SET attribution = e.attribution FROM events AS e
WHERE e.article_key = event_mentions.article_key AND e.event_id = event_mentions.event_id;
UPDATE events SET vouched = len(attribution) = 0, told_kind = 'author', told_stance = 'asserts';
UPDATE events SET told_by = said.sources, told_kind = said.kind, told_stance = said.stance
FROM (
    SELECT link.article_key, link.event_id, string_agg(source_name, ' < ' ORDER BY depth) AS sources,
        first(kind ORDER BY depth) AS kind, first(stance ORDER BY depth) AS stance
    FROM (
        SELECT article_key, event_id, unnest(attribution) AS attribution_id,
            generate_subscripts(attribution, 1) AS depth
        FROM events
    ) AS link
    JOIN attributions USING (article_key, attribution_id)
    GROUP BY ALL
) AS said
WHERE said.article_key = events.article_key AND said.event_id = events.event_id;

CREATE TABLE joined_fields (
    joined_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    supported VARCHAR[] NOT NULL,
    contradicted VARCHAR[] NOT NULL,
    best BOOLEAN NOT NULL
);
INSERT INTO joined_fields
SELECT one.joined_id, one.field, one.value, one.articles,
    list_distinct(flatten((SELECT list(other.articles) FROM differences AS other
        WHERE other.joined_id = one.joined_id AND other.field = one.field AND other.value <> one.value))),
    one.best
FROM differences AS one;
CREATE INDEX joined_fields_joined ON joined_fields (joined_id);
DROP INDEX differences_joined;
DROP TABLE differences;
