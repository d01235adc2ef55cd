-- No key and no index but on articles (schema.sql); joined events are found by their ids as numbers, copies by bands in
-- sorted parts.

DROP INDEX copy_bands_band;
DROP INDEX reports_joined;
DROP INDEX joined_participants_joined;
DROP INDEX joined_counts_joined;
DROP INDEX joined_fields_joined;
DROP INDEX event_blocks_block;
DROP INDEX joined_search_joined;

CREATE TEMP MACRO number_of(joined_id) AS
    (('0x' || substr(joined_id, 2))::UBIGINT::HUGEINT
    - CASE WHEN substr(joined_id, 2, 1) >= '8' THEN 18446744073709551616::HUGEINT ELSE 0 END)::BIGINT;

ALTER TABLE entities RENAME TO entities_before;
CREATE TABLE entities (
    article_key VARCHAR NOT NULL,
    entity_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    type VARCHAR NOT NULL CHECK (type IN ('person', 'organization', 'place', 'group', 'other')),
    country VARCHAR,
    sector VARCHAR[] NOT NULL,
    wikidata VARCHAR,
    identifiers MAP(VARCHAR, VARCHAR) NOT NULL,
    article_number BIGINT
);
INSERT INTO entities BY NAME FROM entities_before ORDER BY rowid;
DROP TABLE entities_before;

ALTER TABLE events RENAME TO events_before;
CREATE TABLE events (
    article_key VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    type VARCHAR NOT NULL,
    mode VARCHAR[] NOT NULL,
    context VARCHAR[] NOT NULL,
    cameo VARCHAR,
    quad INTEGER CHECK (quad BETWEEN 1 AND 4),
    score DOUBLE CHECK (score BETWEEN -10 AND 10),
    status VARCHAR NOT NULL CHECK (status IN ('happened', 'future', 'hypothetical', 'negated', 'historical')),
    start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
    end_offset INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    sentence INTEGER,
    date_start DATE,
    date_end DATE,
    date_precision VARCHAR,
    date_basis VARCHAR,
    date_text VARCHAR,
    place VARCHAR,
    place_text VARCHAR,
    latitude DOUBLE CHECK (latitude BETWEEN -90 AND 90),
    longitude DOUBLE CHECK (longitude BETWEEN -180 AND 180),
    place_country VARCHAR,
    admin1 VARCHAR,
    geonames BIGINT,
    attribution VARCHAR[] NOT NULL,
    confidence DOUBLE NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    why VARCHAR[] NOT NULL,
    article_number BIGINT,
    vouched BOOLEAN,
    told_by VARCHAR,
    told_kind VARCHAR,
    told_stance VARCHAR,
    CHECK (start_offset <= end_offset),
    CHECK (date_start <= date_end)
);
INSERT INTO events BY NAME FROM events_before ORDER BY rowid;
DROP TABLE events_before;

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
    CHECK (start_offset <= end_offset),
    CHECK (source_start <= source_end),
    CHECK (cue_start <= cue_end)
);
INSERT INTO attributions BY NAME FROM attributions_before ORDER BY rowid;
DROP TABLE attributions_before;

ALTER TABLE joined_events RENAME TO joined_events_before;
CREATE TABLE joined_events (
    joined_id VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    mode VARCHAR[] NOT NULL,
    context VARCHAR[] NOT NULL,
    status VARCHAR NOT NULL CHECK (status IN ('happened', 'future', 'hypothetical', 'negated', 'historical')),
    cameo VARCHAR,
    quad INTEGER CHECK (quad BETWEEN 1 AND 4),
    score DOUBLE CHECK (score BETWEEN -10 AND 10),
    date_start DATE,
    date_end DATE,
    date_precision VARCHAR,
    place VARCHAR,
    place_country VARCHAR,
    latitude DOUBLE CHECK (latitude BETWEEN -90 AND 90),
    longitude DOUBLE CHECK (longitude BETWEEN -180 AND 180),
    geonames BIGINT,
    reports INTEGER NOT NULL CHECK (reports > 0),
    sources INTEGER NOT NULL CHECK (sources BETWEEN 1 AND reports),
    confidence DOUBLE NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    first_published DATE,
    last_published DATE,
    article_key VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    vouched BOOLEAN,
    told_by VARCHAR,
    support VARCHAR,
    joined_number BIGINT,
    CHECK (date_start <= date_end),
    CHECK (first_published <= last_published)
);
INSERT INTO joined_events BY NAME SELECT *, number_of(joined_id) AS joined_number FROM joined_events_before ORDER BY rowid;
DROP TABLE joined_events_before;

ALTER TABLE reports RENAME TO reports_before;
CREATE TABLE reports (
    joined_id VARCHAR NOT NULL,
    article_key VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    score DOUBLE NOT NULL CHECK (score BETWEEN 0 AND 1),
    source VARCHAR,
    telling VARCHAR NOT NULL,
    joined_number BIGINT
);
INSERT INTO reports BY NAME SELECT *, number_of(joined_id) AS joined_number FROM reports_before ORDER BY rowid;
DROP TABLE reports_before;

-- The rows of joined_search are made anew after all migrations.
ALTER TABLE joined_participants ADD COLUMN joined_number BIGINT;
UPDATE joined_participants SET joined_number = number_of(joined_id);
ALTER TABLE joined_counts ADD COLUMN joined_number BIGINT;
UPDATE joined_counts SET joined_number = number_of(joined_id);
ALTER TABLE joined_fields ADD COLUMN joined_number BIGINT;
UPDATE joined_fields SET joined_number = number_of(joined_id);
ALTER TABLE joined_search ADD COLUMN joined_number BIGINT;

ALTER TABLE event_blocks RENAME TO event_blocks_before;
CREATE TABLE event_blocks (
    block BIGINT NOT NULL,
    joined_number BIGINT NOT NULL
);
INSERT INTO event_blocks SELECT block, number_of(joined_id) FROM event_blocks_before ORDER BY rowid;
DROP TABLE event_blocks_before;

ALTER TABLE copies RENAME TO copies_before;
CREATE TABLE copies (
    article_key VARCHAR NOT NULL,
    copy_group VARCHAR NOT NULL,
    number BIGINT NOT NULL
);
INSERT INTO copies SELECT article_key, copy_group, row_number() OVER (ORDER BY rowid) FROM copies_before;
DROP TABLE copies_before;

-- As one part, of the level that so many articles would have come to.
CREATE TEMP TABLE numbered_bands AS SELECT band, number FROM copy_bands JOIN copies USING (article_key);
DROP TABLE copy_bands;
CREATE TABLE copy_bands (
    band BIGINT NOT NULL,
    number BIGINT NOT NULL,
    level INTEGER NOT NULL CHECK (level >= 0),
    part INTEGER NOT NULL
);
INSERT INTO copy_bands
SELECT band, number, (SELECT greatest(0, ceil(log2(greatest(count(*), 1) / 256) / 3))::INTEGER FROM copies), 0
FROM numbered_bands
ORDER BY band;
DROP TABLE numbered_bands;
DROP MACRO number_of;
