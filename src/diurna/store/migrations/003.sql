-- Many reports, one event; what a run was made with; which articles a run need not code again.

-- What articles tell together (docs/merging.md). Rows here follow from the articles and from
-- what people decided (joinings), and are made anew by `diurna merge`. They have indexes and hardly any key: an event
-- that changes is deleted and written again, which must not cost more as the store grows.

CREATE TABLE copies (
    article_key VARCHAR PRIMARY KEY,
    copy_group VARCHAR NOT NULL
);

CREATE TABLE copy_bands (
    band BIGINT NOT NULL,
    article_key VARCHAR NOT NULL
);
CREATE INDEX copy_bands_band ON copy_bands (band);

CREATE TABLE joined_events (
    joined_id VARCHAR PRIMARY KEY,
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
    CHECK (date_start <= date_end),
    CHECK (first_published <= last_published)
);

CREATE TABLE reports (
    joined_id VARCHAR NOT NULL,
    article_key VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    score DOUBLE NOT NULL CHECK (score BETWEEN 0 AND 1),
    source VARCHAR,
    telling VARCHAR NOT NULL,
    PRIMARY KEY (article_key, event_id)
);
CREATE INDEX reports_joined ON reports (joined_id);

CREATE TABLE joined_participants (
    joined_id VARCHAR NOT NULL,
    role VARCHAR NOT NULL CHECK (role IN ('actor', 'recipient')),
    position INTEGER NOT NULL CHECK (position >= 0),
    name VARCHAR NOT NULL,
    country VARCHAR,
    sector VARCHAR[] NOT NULL,
    wikidata VARCHAR,
    supported INTEGER NOT NULL CHECK (supported > 0)
);
CREATE INDEX joined_participants_joined ON joined_participants (joined_id);

CREATE TABLE joined_counts (
    joined_id VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    min BIGINT,
    max BIGINT,
    supported INTEGER NOT NULL CHECK (supported > 0),
    CHECK (min <= max)
);
CREATE INDEX joined_counts_joined ON joined_counts (joined_id);

CREATE TABLE differences (
    joined_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    articles VARCHAR[] NOT NULL,
    best BOOLEAN NOT NULL
);
CREATE INDEX differences_joined ON differences (joined_id);

CREATE TABLE event_blocks (
    block BIGINT NOT NULL,
    joined_id VARCHAR NOT NULL
);
CREATE INDEX event_blocks_block ON event_blocks (block);

-- What people decided, which no run of the machine changes: these reports are of one event, or of two.

CREATE TABLE joinings (
    decision INTEGER PRIMARY KEY,
    made TIMESTAMP NOT NULL,
    "by" VARCHAR NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('join', 'split')),
    note VARCHAR
);

CREATE TABLE joining_anchors (
    decision INTEGER NOT NULL,
    side VARCHAR NOT NULL CHECK (side IN ('a', 'b')),
    article_key VARCHAR NOT NULL,
    start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
    end_offset INTEGER NOT NULL,
    type VARCHAR NOT NULL,
    CHECK (start_offset <= end_offset)
);
CREATE INDEX joining_anchors_article ON joining_anchors (article_key);

ALTER TABLE runs ADD COLUMN ontology VARCHAR;
ALTER TABLE runs ADD COLUMN settings VARCHAR;
ALTER TABLE articles ADD COLUMN article_digest VARCHAR;
-- The events of older runs are joined by the next run, or by `diurna merge`.
INSERT INTO meta SELECT 'unmerged', 'yes' WHERE EXISTS (SELECT 1 FROM articles);
