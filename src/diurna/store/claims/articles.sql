-- The days on which articles came out that speak of some people or place, but for the reports of the event $own.

SELECT published FROM articles AS a
WHERE published BETWEEN $start AND $end AND state = 'coded'
    AND article_key NOT IN (SELECT article_key FROM reports WHERE joined_id = $own)
    AND (article_key IN (SELECT article_key FROM entities WHERE list_contains($names, name) OR name = $place
            OR ($place IS NULL AND list_contains($countries, country)))
        OR article_key IN (SELECT article_key FROM places WHERE name = $place
            OR ($place IS NULL AND list_contains($countries, country))))
