-- The events that nobody has looked at, those first whose checking helps most. Each part is from 0 to 1:
-- doubt (confidence near a half), disagreement (the head's type against the lexicon's; reports that differ), and
-- how much is known of the event's actors (the logarithm of the number of their events).
--
-- What an event's actors add is at most 0.2, so that it is asked only of those events that can be among the first.
WITH actors AS (
    SELECT name, count(*) AS events
    FROM participants
    WHERE name IS NOT NULL
    GROUP BY name
), differing AS (
    SELECT article_key, event_id, list(DISTINCT field ORDER BY field) AS fields
    FROM differences
    JOIN reports USING (joined_id)
    GROUP BY article_key, event_id
), read AS (
    SELECT article_key, event_id, 1 - abs(2 * confidence - 1) AS doubt,
        regexp_extract(array_to_string(why, chr(10)), '(?m)^event head: (\S+)', 1) AS head,
        regexp_extract(array_to_string(why, chr(10)), '(?m)^lexicon .*\((\S+)\)$', 1) AS entry
    FROM events
    ANTI JOIN checked USING (article_key, event_id)
), weighed AS (
    SELECT read.*, coalesce(fields, []) AS fields,
        coalesce(head <> '' AND entry <> '' AND head <> entry, false) AS torn,
        0.5 * doubt + 0.3 * greatest(torn::INTEGER, least(len(coalesce(fields, [])), 2) / 2) AS base
    FROM read
    LEFT JOIN differing USING (article_key, event_id)
), likely AS (
    SELECT *
    FROM weighed
    WHERE ($helps IS NULL OR base <= $helps + 0.000001) AND base >= coalesce(
        (
            SELECT min(base) - 0.200001
            FROM (FROM weighed WHERE $helps IS NULL OR base < $helps - 0.200001 ORDER BY base DESC LIMIT $limit)
            HAVING count(*) = $limit
        ),
        0
    )
), importance AS (
    SELECT article_key, event_id, max(events) AS told, arg_max(name, events) AS actor
    FROM participants
    SEMI JOIN likely USING (article_key, event_id)
    JOIN actors USING (name)
    GROUP BY article_key, event_id
), ranked AS (
    SELECT likely.*, actor,
        coalesce(ln(1 + told) / greatest(ln(1 + most), 1), 0) AS important,
        round(base + 0.2 * important, 6) AS helps
    FROM likely
    LEFT JOIN importance USING (article_key, event_id)
    CROSS JOIN (SELECT max(events) AS most FROM actors)
), chosen AS (
    SELECT *
    FROM ranked
    WHERE $helps IS NULL OR helps < $helps OR (helps = $helps AND (article_key, event_id) > ($article, $event))
    ORDER BY helps DESC, article_key, event_id
    LIMIT $limit
)
SELECT article_key, event_id, article_id, title, type, events.text, confidence, helps, doubt, head, entry, torn, fields,
    actor, important
FROM chosen
JOIN events USING (article_key, event_id)
JOIN articles USING (article_key)
ORDER BY helps DESC, article_key, event_id
