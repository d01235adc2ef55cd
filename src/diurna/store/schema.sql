-- The store: one DuckDB file. `articles.record` holds each record whole, as JSON, and is the one truth;
-- the other tables are that record laid out in rows, to be asked in SQL, then what many records say together.
--
-- There are no foreign keys: DuckDB cannot yet delete and write again, in one transaction, a row that another
-- table points to, and a changed record is replaced that way. The store writes and deletes an article's rows
-- together, so that none stands alone.
--
-- Articles have a key, and so has what grows with the people who use the store and not with its articles. All else has
-- neither key nor index: the ids are digests, so that new rows touch all parts of an index, which then stay in memory
-- until the log is folded into the file, and are written anew each time: 70 bytes of memory a row, or 45 of a number, so
-- that a million articles took over a gigabyte. The one writer sees to it that an id is written once. What is looked up
-- while articles are kept is found by a column of numbers that is read whole (ten million rows: 0.1 s a batch of
-- articles), and bands, of which there are twenty an article, in sorted parts (bands.py).
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
    ontology VARCHAR,
    settings VARCHAR,
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
    article_digest VARCHAR,
    run INTEGER NOT NULL,
    article_number BIGINT,
    CHECK ((state = 'failed') = (coalesce(error, '') <> ''))
);

CREATE TABLE sentences (
    article_key VARCHAR NOT NULL,
    sentence INTEGER NOT NULL CHECK (sentence >= 0),
    start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
    end_offset INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    article_number BIGINT,
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
    article_number BIGINT
);

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

-- Many reports, one event: what articles tell together (docs/merging.md). Rows here follow from the articles and from
-- what people decided (joinings), and are made anew by `diurna merge`. `joined_number` is the id as a number.

CREATE TABLE copies (
    article_key VARCHAR NOT NULL,
    copy_group VARCHAR NOT NULL,
    number BIGINT NOT NULL
);

CREATE TABLE copy_bands (
    band BIGINT NOT NULL,
    number BIGINT NOT NULL,
    level INTEGER NOT NULL CHECK (level >= 0),
    part INTEGER NOT NULL
);

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

CREATE TABLE reports (
    joined_id VARCHAR NOT NULL,
    article_key VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    score DOUBLE NOT NULL CHECK (score BETWEEN 0 AND 1),
    source VARCHAR,
    telling VARCHAR NOT NULL,
    joined_number BIGINT
);

CREATE TABLE joined_participants (
    joined_id VARCHAR NOT NULL,
    role VARCHAR NOT NULL CHECK (role IN ('actor', 'recipient')),
    position INTEGER NOT NULL CHECK (position >= 0),
    name VARCHAR NOT NULL,
    country VARCHAR,
    sector VARCHAR[] NOT NULL,
    wikidata VARCHAR,
    supported INTEGER NOT NULL CHECK (supported > 0),
    joined_number BIGINT
);

CREATE TABLE joined_counts (
    joined_id VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    min BIGINT,
    max BIGINT,
    supported INTEGER NOT NULL CHECK (supported > 0),
    joined_number BIGINT,
    CHECK (min <= max)
);

CREATE TABLE joined_fields (
    joined_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    supported VARCHAR[] NOT NULL,
    contradicted VARCHAR[] NOT NULL,
    best BOOLEAN NOT NULL,
    joined_number BIGINT
);

CREATE TABLE event_blocks (
    block BIGINT NOT NULL,
    joined_number BIGINT NOT NULL
);

CREATE TABLE crowds (
    joined_number BIGINT NOT NULL,
    reports INTEGER NOT NULL,
    shown INTEGER NOT NULL,
    stands VARCHAR[] NOT NULL,
    CHECK (shown <= reports)
);

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

-- What people say of records (docs/correcting.md): appended only; no run of the machine changes it.

CREATE TABLE corrections (
    id INTEGER PRIMARY KEY,
    made TIMESTAMP NOT NULL,
    who VARCHAR NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('confirm', 'reject', 'change', 'add', 'join_entities', 'split_entity', 'identify', 'join', 'split', 'undo')),
    article_key VARCHAR NOT NULL,
    event_id VARCHAR,
    entity_id VARCHAR,
    start_offset INTEGER CHECK (start_offset >= 0),
    end_offset INTEGER,
    label VARCHAR,
    field VARCHAR CHECK (field IN ('type', 'mode', 'context', 'status', 'trigger', 'actor', 'recipient', 'place', 'date', 'attribution')),
    before VARCHAR,
    after VARCHAR,
    note VARCHAR,
    undoes INTEGER,
    CHECK ((kind = 'undo') = (undoes IS NOT NULL)),
    CHECK ((kind = 'change') = (field IS NOT NULL)),
    CHECK (start_offset <= end_offset)
);
CREATE INDEX corrections_article ON corrections (article_key);

-- The machine's own record of each article that people corrected; `articles.record` is then what is shown.

CREATE TABLE machine_records (
    article_key VARCHAR PRIMARY KEY,
    record VARCHAR NOT NULL
);

-- What the corrections come to in the records as they are now; made anew whenever an article is.

CREATE TABLE checked (
    article_key VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    state VARCHAR NOT NULL CHECK (state IN ('confirmed', 'changed', 'added')),
    correction INTEGER NOT NULL,
    PRIMARY KEY (article_key, event_id)
);

CREATE TABLE unplaced (
    correction INTEGER PRIMARY KEY,
    article_key VARCHAR NOT NULL
);

-- The weights that were learned from corrections (docs/correcting.md); the newest that was not taken back counts.

CREATE TABLE learned (
    id INTEGER PRIMARY KEY,
    made TIMESTAMP NOT NULL,
    who VARCHAR NOT NULL,
    weights VARCHAR NOT NULL,
    report VARCHAR NOT NULL,
    undone TIMESTAMP
);

-- The files that `diurna watch` has coded (docs/running.md), by which it goes on where it was.

CREATE TABLE watched (
    path VARCHAR PRIMARY KEY,
    stamp VARCHAR NOT NULL,
    articles INTEGER NOT NULL CHECK (articles >= 0),
    failed INTEGER NOT NULL CHECK (failed >= 0),
    run INTEGER NOT NULL
);

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
    sources VARCHAR NOT NULL,
    joined_number BIGINT
);

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
