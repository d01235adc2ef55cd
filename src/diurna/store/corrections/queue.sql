-- The events that nobody has looked at, those first whose checking helps most. Each part is from 0 to 1:
-- doubt (confidence near a half), disagreement (the head's type against the lexicon's; reports that differ), and
-- how much is known of the event's actors (the logarithm of the number of their events).
WITH actors AS (
    SELECT name, count(*) AS events
    FROM participants
    WHERE name IS NOT NULL
    GROUP BY name
), importance AS (
    SELECT article_key, event_id, max(ln(1 + events)) / (SELECT greatest(max(ln(1 + events)), 1) FROM actors) AS important,
        arg_max(name, events) AS actor
    FROM participants
    JOIN actors USING (name)
    GROUP BY article_key, event_id
), differing AS (
    SELECT article_key, event_id, list(DISTINCT field ORDER BY field) AS fields
    FROM differences
    JOIN reports USING (joined_id)
    GROUP BY article_key, event_id
), read AS (
    SELECT article_key, event_id, type, text, confidence, sentence,
        1 - abs(2 * confidence - 1) AS doubt,
        regexp_extract(array_to_string(why, chr(10)), '(?m)^event head: (\S+)', 1) AS head,
        regexp_extract(array_to_string(why, chr(10)), '(?m)^lexicon .*\((\S+)\)$', 1) AS entry
    FROM events
    ANTI JOIN checked USING (article_key, event_id)
), weighed AS (
    SELECT read.*, coalesce(fields, []) AS fields, coalesce(important, 0) AS important, actor,
        head <> '' AND entry <> '' AND head <> entry AS torn
    FROM read
    LEFT JOIN importance USING (article_key, event_id)
    LEFT JOIN differing USING (article_key, event_id)
), ranked AS (
    SELECT *, round(
        0.5 * doubt + 0.3 * greatest(coalesce(torn, false)::INTEGER, least(len(fields), 2) / 2) + 0.2 * important, 6
    )
        AS helps
    FROM weighed
)
SELECT article_key, event_id, article_id, title, type, ranked.text, confidence, helps, doubt, head, entry, torn, fields,
    actor, important
FROM (
    SELECT *
    FROM ranked
    WHERE $helps IS NULL OR helps < $helps OR (helps = $helps AND (article_key, event_id) > ($article, $event))
    ORDER BY helps DESC, article_key, event_id
    LIMIT $limit
) AS ranked
JOIN articles USING (article_key)
ORDER BY helps DESC, article_key, event_id
