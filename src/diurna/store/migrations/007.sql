-- Another outlet as a kind of source; what a page says of unnamed sources and of posts. A table whose checks change
-- is made anew.

ALTER TABLE attributions RENAME TO attributions_before;

CREATE TABLE attributions (
    article_key VARCHAR NOT NULL,
    attribution_id VARCHAR NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    entity_id VARCHAR,
    source_name VARCHAR NOT NULL,
    source_start INTEGER CHECK (source_start >= 0),
    source_end INTEGER,
    source_text VARCHAR,
    cue_start INTEGER CHECK (cue_start >= 0),
    cue_end INTEGER,
    cue_text VARCHAR,
    addressee_start INTEGER,
    addressee_end INTEGER,
    addressee_text VARCHAR,
    start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
    end_offset INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    parts STRUCT(start_offset INTEGER, end_offset INTEGER, text VARCHAR)[] NOT NULL,
    form VARCHAR NOT NULL CHECK (form IN ('direct', 'indirect', 'mixed')),
    kind VARCHAR NOT NULL CHECK (kind IN ('named', 'anonymous', 'organization', 'outlet', 'document', 'post', 'author')),
    stance VARCHAR NOT NULL,
    how_many_min INTEGER,
    how_many_max INTEGER,
    how_many_start INTEGER,
    how_many_end INTEGER,
    how_many_text VARCHAR,
    of_body_start INTEGER,
    of_body_end INTEGER,
    of_body_text VARCHAR,
    why_unnamed_start INTEGER,
    why_unnamed_end INTEGER,
    why_unnamed_text VARCHAR,
    post_author VARCHAR,
    post_handle VARCHAR,
    post_date VARCHAR,
    post_day DATE,
    post_platform VARCHAR,
    article_number BIGINT,
    PRIMARY KEY (article_key, attribution_id),
    CHECK (start_offset <= end_offset),
    CHECK (source_start <= source_end),
    CHECK (cue_start <= cue_end)
);

INSERT INTO attributions BY NAME FROM attributions_before;
DROP TABLE attributions_before;

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

-- Rows that are numbered within an article, an event or an entity have no key any more (schema.sql).

ALTER TABLE sentences RENAME TO sentences_before;
CREATE TABLE sentences (
    article_key VARCHAR NOT NULL,
    sentence INTEGER NOT NULL CHECK (sentence >= 0),
    start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
    end_offset INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    article_number BIGINT,
    CHECK (start_offset <= end_offset)
);
INSERT INTO sentences BY NAME FROM sentences_before ORDER BY rowid;
DROP TABLE sentences_before;

ALTER TABLE entity_mentions RENAME TO entity_mentions_before;
CREATE TABLE entity_mentions (
    article_key VARCHAR NOT NULL,
    entity_id VARCHAR NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    kind VARCHAR NOT NULL CHECK (kind IN ('name', 'nominal', 'pronoun')),
    start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
    end_offset INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    article_number BIGINT,
    CHECK (start_offset <= end_offset)
);
INSERT INTO entity_mentions BY NAME FROM entity_mentions_before ORDER BY rowid;
DROP TABLE entity_mentions_before;

ALTER TABLE roles RENAME TO roles_before;
CREATE TABLE roles (
    article_key VARCHAR NOT NULL,
    entity_id VARCHAR NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    title VARCHAR NOT NULL,
    of_what VARCHAR,
    since VARCHAR,
    until VARCHAR,
    start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
    end_offset INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    article_number BIGINT,
    CHECK (start_offset <= end_offset)
);
INSERT INTO roles BY NAME FROM roles_before ORDER BY rowid;
DROP TABLE roles_before;

ALTER TABLE event_mentions RENAME TO event_mentions_before;
CREATE TABLE event_mentions (
    article_key VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
    end_offset INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    article_number BIGINT,
    attribution VARCHAR[],
    CHECK (start_offset <= end_offset)
);
INSERT INTO event_mentions BY NAME FROM event_mentions_before ORDER BY rowid;
DROP TABLE event_mentions_before;

ALTER TABLE participants RENAME TO participants_before;
CREATE TABLE participants (
    article_key VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    role VARCHAR NOT NULL CHECK (role IN ('actor', 'recipient')),
    position INTEGER NOT NULL CHECK (position >= 0),
    entity_id VARCHAR,
    name VARCHAR,
    country VARCHAR,
    sector VARCHAR[] NOT NULL,
    start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
    end_offset INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    article_number BIGINT,
    CHECK (start_offset <= end_offset)
);
INSERT INTO participants BY NAME FROM participants_before ORDER BY rowid;
DROP TABLE participants_before;

ALTER TABLE counts RENAME TO counts_before;
CREATE TABLE counts (
    article_key VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    min BIGINT,
    max BIGINT,
    of_whom VARCHAR,
    start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
    end_offset INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    article_number BIGINT,
    CHECK (min <= max),
    CHECK (start_offset <= end_offset)
);
INSERT INTO counts BY NAME FROM counts_before ORDER BY rowid;
DROP TABLE counts_before;

ALTER TABLE claims RENAME TO claims_before;
CREATE TABLE claims (
    article_key VARCHAR NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    kind VARCHAR NOT NULL,
    start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
    end_offset INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    event_id VARCHAR,
    "interval" VARCHAR,
    count BIGINT,
    article_number BIGINT,
    CHECK (start_offset <= end_offset)
);
INSERT INTO claims BY NAME FROM claims_before ORDER BY rowid;
DROP TABLE claims_before;

ALTER TABLE places RENAME TO places_before;
CREATE TABLE places (
    article_key VARCHAR NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    name VARCHAR NOT NULL,
    latitude DOUBLE CHECK (latitude BETWEEN -90 AND 90),
    longitude DOUBLE CHECK (longitude BETWEEN -180 AND 180),
    country VARCHAR,
    admin1 VARCHAR,
    geonames BIGINT,
    start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
    end_offset INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    article_number BIGINT,
    CHECK (start_offset <= end_offset)
);
INSERT INTO places BY NAME FROM places_before ORDER BY rowid;
DROP TABLE places_before;

ALTER TABLE dates RENAME TO dates_before;
CREATE TABLE dates (
    article_key VARCHAR NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    value VARCHAR NOT NULL,
    first_day DATE,
    last_day DATE,
    start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
    end_offset INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    article_number BIGINT,
    CHECK (first_day <= last_day),
    CHECK (start_offset <= end_offset)
);
INSERT INTO dates BY NAME FROM dates_before ORDER BY rowid;
DROP TABLE dates_before;
