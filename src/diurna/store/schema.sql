-- The store: one DuckDB file. `articles.record` holds each record whole, as JSON, and is the one truth;
-- every other table is that record laid out in rows, to be asked in SQL.
--
-- There are no foreign keys: DuckDB cannot yet delete and write again, in one transaction, a row that another
-- table points to, and a changed record is replaced that way. The store writes and deletes an article's rows
-- together, so that none stands alone.
--
-- Offsets count Unicode code points of the article's text from 0, half-open, as in docs/record.md.

CREATE TABLE meta (
    key VARCHAR PRIMARY KEY,
    value VARCHAR NOT NULL
);

CREATE TABLE runs (
    run INTEGER PRIMARY KEY,
    started TIMESTAMP NOT NULL,
    ended TIMESTAMP,
    version VARCHAR NOT NULL,
    coded INTEGER NOT NULL DEFAULT 0 CHECK (coded >= 0),
    failed INTEGER NOT NULL DEFAULT 0 CHECK (failed >= 0),
    CHECK (started <= ended)
);

CREATE TABLE articles (
    article_key VARCHAR PRIMARY KEY,
    article_id VARCHAR NOT NULL,
    title VARCHAR,
    url VARCHAR,
    source VARCHAR,
    published DATE,
    language VARCHAR,
    text VARCHAR NOT NULL,
    state VARCHAR NOT NULL CHECK (state IN ('coded', 'failed')),
    error VARCHAR,
    origin VARCHAR,
    record VARCHAR NOT NULL,
    record_digest VARCHAR NOT NULL,
    run INTEGER NOT NULL,
    CHECK ((state = 'failed') = (coalesce(error, '') <> ''))
);

CREATE TABLE sentences (
    article_key VARCHAR NOT NULL,
    sentence INTEGER NOT NULL CHECK (sentence >= 0),
    start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
    end_offset INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    PRIMARY KEY (article_key, sentence),
    CHECK (start_offset <= end_offset)
);

CREATE TABLE entities (
    article_key VARCHAR NOT NULL,
    entity_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    type VARCHAR NOT NULL CHECK (type IN ('person', 'organization', 'place', 'group', 'other')),
    country VARCHAR,
    sector VARCHAR[] NOT NULL,
    wikidata VARCHAR,
    identifiers MAP(VARCHAR, VARCHAR) NOT NULL,
    PRIMARY KEY (article_key, entity_id)
);

CREATE TABLE entity_mentions (
    article_key VARCHAR NOT NULL,
    entity_id VARCHAR NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    kind VARCHAR NOT NULL CHECK (kind IN ('name', 'nominal', 'pronoun')),
    start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
    end_offset INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    PRIMARY KEY (article_key, entity_id, position),
    CHECK (start_offset <= end_offset)
);

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
    PRIMARY KEY (article_key, entity_id, position),
    CHECK (start_offset <= end_offset)
);

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
    PRIMARY KEY (article_key, event_id),
    CHECK (start_offset <= end_offset),
    CHECK (date_start <= date_end)
);

CREATE TABLE event_mentions (
    article_key VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
    end_offset INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    PRIMARY KEY (article_key, event_id, position),
    CHECK (start_offset <= end_offset)
);

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
    PRIMARY KEY (article_key, event_id, role, position),
    CHECK (start_offset <= end_offset)
);

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
    PRIMARY KEY (article_key, event_id, what),
    CHECK (min <= max),
    CHECK (start_offset <= end_offset)
);

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
    kind VARCHAR NOT NULL CHECK (kind IN ('named', 'anonymous', 'organization', 'document', 'post', 'author')),
    stance VARCHAR NOT NULL,
    PRIMARY KEY (article_key, attribution_id),
    CHECK (start_offset <= end_offset),
    CHECK (source_start <= source_end),
    CHECK (cue_start <= cue_end)
);

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
    PRIMARY KEY (article_key, position),
    CHECK (start_offset <= end_offset)
);

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
    PRIMARY KEY (article_key, position),
    CHECK (start_offset <= end_offset)
);

CREATE TABLE dates (
    article_key VARCHAR NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    value VARCHAR NOT NULL,
    first_day DATE,
    last_day DATE,
    start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
    end_offset INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    PRIMARY KEY (article_key, position),
    CHECK (first_day <= last_day),
    CHECK (start_offset <= end_offset)
);
