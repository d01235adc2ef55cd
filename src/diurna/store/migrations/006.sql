-- Articles by number, and what events are found by. The rows of the latter are filled in after all migrations.

ALTER TABLE articles ADD COLUMN article_number BIGINT;
ALTER TABLE sentences ADD COLUMN article_number BIGINT;
ALTER TABLE entities ADD COLUMN article_number BIGINT;
ALTER TABLE entity_mentions ADD COLUMN article_number BIGINT;
ALTER TABLE roles ADD COLUMN article_number BIGINT;
ALTER TABLE events ADD COLUMN article_number BIGINT;
ALTER TABLE event_mentions ADD COLUMN article_number BIGINT;
ALTER TABLE participants ADD COLUMN article_number BIGINT;
ALTER TABLE counts ADD COLUMN article_number BIGINT;
ALTER TABLE attributions ADD COLUMN article_number BIGINT;
ALTER TABLE claims ADD COLUMN article_number BIGINT;
ALTER TABLE places ADD COLUMN article_number BIGINT;
ALTER TABLE dates ADD COLUMN article_number BIGINT;

-- In the order in which the articles were kept.
UPDATE articles SET article_number = numbered.number
FROM (SELECT article_key, row_number() OVER (ORDER BY rowid) AS number FROM articles) AS numbered
WHERE numbered.article_key = articles.article_key;
UPDATE sentences SET article_number = a.article_number FROM articles AS a WHERE a.article_key = sentences.article_key;
UPDATE entities SET article_number = a.article_number FROM articles AS a WHERE a.article_key = entities.article_key;
UPDATE entity_mentions SET article_number = a.article_number FROM articles AS a WHERE a.article_key = entity_mentions.article_key;
UPDATE roles SET article_number = a.article_number FROM articles AS a WHERE a.article_key = roles.article_key;
UPDATE events SET article_number = a.article_number FROM articles AS a WHERE a.article_key = events.article_key;
UPDATE event_mentions SET article_number = a.article_number FROM articles AS a WHERE a.article_key = event_mentions.article_key;
UPDATE participants SET article_number = a.article_number FROM articles AS a WHERE a.article_key = participants.article_key;
UPDATE counts SET article_number = a.article_number FROM articles AS a WHERE a.article_key = counts.article_key;
UPDATE attributions SET article_number = a.article_number FROM articles AS a WHERE a.article_key = attributions.article_key;
UPDATE claims SET article_number = a.article_number FROM articles AS a WHERE a.article_key = claims.article_key;
UPDATE places SET article_number = a.article_number FROM articles AS a WHERE a.article_key = places.article_key;
UPDATE dates SET article_number = a.article_number FROM articles AS a WHERE a.article_key = dates.article_key;

-- What events are found by (searching.sql): a row for each event of an article, and one for each joined event, with
-- all that they can be asked for; many values stand in one text, each between bars ("|IND|PAK|"). These rows follow from
-- the tables above.

CREATE TABLE event_search (
    article_number BIGINT,
    article_key VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    sentence INTEGER,
    first_day DATE,
    last_day DATE,
    type VARCHAR NOT NULL,
    modes VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    quad INTEGER,
    score DOUBLE,
    confidence DOUBLE NOT NULL,
    place VARCHAR,
    place_country VARCHAR,
    actors VARCHAR NOT NULL,
    recipients VARCHAR NOT NULL,
    actor_names VARCHAR NOT NULL,
    recipient_names VARCHAR NOT NULL,
    acting VARCHAR NOT NULL,
    receiving VARCHAR NOT NULL,
    sectors VARCHAR NOT NULL,
    sources VARCHAR NOT NULL
);

CREATE TABLE joined_search (
    joined_id VARCHAR NOT NULL,
    article_number BIGINT,
    article_key VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    sentence INTEGER,
    first_day DATE,
    last_day DATE,
    type VARCHAR NOT NULL,
    modes VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    quad INTEGER,
    score DOUBLE,
    confidence DOUBLE NOT NULL,
    place VARCHAR,
    place_country VARCHAR,
    actors VARCHAR NOT NULL,
    recipients VARCHAR NOT NULL,
    actor_names VARCHAR NOT NULL,
    recipient_names VARCHAR NOT NULL,
    sectors VARCHAR NOT NULL,
    sources VARCHAR NOT NULL
);
CREATE INDEX joined_search_joined ON joined_search (joined_id);

-- In which articles a word stands in a sentence that tells an event, or is an actor of that identity ("@Q42"). Each part of the index is in the order of the terms; when there are many parts of a level,
-- they become one of the next.

CREATE TABLE terms (
    term VARCHAR NOT NULL,
    level INTEGER NOT NULL CHECK (level >= 0),
    part INTEGER NOT NULL,
    size INTEGER NOT NULL,
    articles BIGINT[] NOT NULL
);

-- What is known of actors in all articles together, counted: a later row that takes something back has a count below 0.

CREATE TABLE actor_facts (
    who VARCHAR NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('name', 'mention', 'wikidata', 'type', 'country', 'sector')),
    value VARCHAR NOT NULL,
    count BIGINT NOT NULL,
    level INTEGER NOT NULL CHECK (level >= 0),
    part INTEGER NOT NULL
);
