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

-- One row an event, flat, with the columns of `--format csv` (there `start_offset` and `end_offset` are `start` and
-- `end`). Of several participants the values stand in one order in actor, actor_country and actor_sector, divided
-- by "; ", and "?" marks one that is not known beside others that are. Sources stand innermost first: "A < B" is
-- what B says that A said; of several who tell it the trigger's comes first, and "the author" is one of them.

CREATE OR REPLACE VIEW event_table AS
WITH who AS (
    SELECT article_key, event_id, role,
        string_agg(coalesce(name, text), '; ' ORDER BY position) AS names,
        CASE WHEN count(country) > 0
            THEN string_agg(coalesce(country, '?'), '; ' ORDER BY position) END AS countries,
        CASE WHEN sum(len(sector)) > 0
            THEN string_agg(coalesce(nullif(array_to_string(sector, ' '), ''), '?'), '; ' ORDER BY position)
            END AS sectors
    FROM participants
    GROUP BY ALL
),
told AS (
    SELECT article_key, event_id,
        string_agg(what || ' ' || CASE
            WHEN min = max THEN min::VARCHAR
            WHEN max IS NULL THEN coalesce(min || '+', '?')
            WHEN min IS NULL THEN 'up to ' || max
            ELSE min || '-' || max END, '; ' ORDER BY what) AS counts
    FROM counts
    GROUP BY ALL
)
SELECT
    article_id, title, published,
    e.event_id, type,
    nullif(array_to_string(mode, '; '), '') AS mode,
    nullif(array_to_string(context, '; '), '') AS context,
    quad, score, status,
    actor.names AS actor, actor.countries AS actor_country, actor.sectors AS actor_sector,
    recipient.names AS recipient, recipient.countries AS recipient_country, recipient.sectors AS recipient_sector,
    told.counts AS counts,
    date_start, date_end, date_precision,
    place, latitude, longitude, place_country,
    told_by AS source, told_kind AS source_kind, told_stance AS stance, vouched,
    confidence,
    e.text AS "trigger",
    s.text AS sentence,
    e.start_offset, e.end_offset,
    e.article_key
FROM events AS e
JOIN articles AS a ON a.article_key = e.article_key
LEFT JOIN sentences AS s ON s.article_key = e.article_key AND s.sentence = e.sentence
LEFT JOIN who AS actor
    ON actor.article_key = e.article_key AND actor.event_id = e.event_id AND actor.role = 'actor'
LEFT JOIN who AS recipient
    ON recipient.article_key = e.article_key AND recipient.event_id = e.event_id AND recipient.role = 'recipient'
LEFT JOIN told ON told.article_key = e.article_key AND told.event_id = e.event_id
ORDER BY a.rowid, e.position;

-- One row a joined event, flat, with the columns of event_table. What it says of who, when, where and how is what its
-- reports support best; article, trigger, sentence and source are those of the report that tells most.

CREATE OR REPLACE VIEW joined_table AS
WITH who AS (
    SELECT joined_id, role,
        string_agg(name, '; ' ORDER BY position) AS names,
        CASE WHEN count(country) > 0
            THEN string_agg(coalesce(country, '?'), '; ' ORDER BY position) END AS countries,
        CASE WHEN sum(len(sector)) > 0
            THEN string_agg(coalesce(nullif(array_to_string(sector, ' '), ''), '?'), '; ' ORDER BY position)
            END AS sectors
    FROM joined_participants
    GROUP BY ALL
),
told AS (
    SELECT joined_id,
        string_agg(what || ' ' || CASE
            WHEN min = max THEN min::VARCHAR
            WHEN max IS NULL THEN coalesce(min || '+', '?')
            WHEN min IS NULL THEN 'up to ' || max
            ELSE min || '-' || max END, '; ' ORDER BY what) AS counts
    FROM joined_counts
    GROUP BY ALL
)
SELECT
    e.article_id, e.title, j.first_published AS published,
    j.event_id, j.type,
    nullif(array_to_string(j.mode, '; '), '') AS mode,
    nullif(array_to_string(j.context, '; '), '') AS context,
    j.quad, j.score, j.status,
    actor.names AS actor, actor.countries AS actor_country, actor.sectors AS actor_sector,
    recipient.names AS recipient, recipient.countries AS recipient_country, recipient.sectors AS recipient_sector,
    told.counts AS counts,
    j.date_start, j.date_end, j.date_precision,
    j.place, j.latitude, j.longitude, j.place_country,
    CASE WHEN j.vouched IS NULL THEN e.source ELSE j.told_by END AS source, e.source_kind, e.stance,
    coalesce(j.vouched, e.vouched) AS vouched,
    j.confidence,
    e."trigger", e.sentence, e.start_offset, e.end_offset,
    j.article_key,
    j.joined_id, j.reports, j.sources, j.support
FROM joined_events AS j
LEFT JOIN event_table AS e ON e.article_key = j.article_key AND e.event_id = j.event_id
LEFT JOIN who AS actor ON actor.joined_id = j.joined_id AND actor.role = 'actor'
LEFT JOIN who AS recipient ON recipient.joined_id = j.joined_id AND recipient.role = 'recipient'
LEFT JOIN told ON told.joined_id = j.joined_id;

-- Where reports of one event differ: each value of such a field with the articles that give it.

CREATE OR REPLACE VIEW differences AS
SELECT joined_id, field, value, supported AS articles, best FROM joined_fields WHERE len(contradicted) > 0;

-- What each table, column and view holds. docs/store.md says the same; a test compares the two.

COMMENT ON TABLE meta IS 'What the file is.';
COMMENT ON COLUMN meta.key IS 'name of the setting';
COMMENT ON COLUMN meta.value IS 'its value; `schema_version` is the version of these tables; `unmerged` is there while events wait to be joined';

COMMENT ON TABLE runs IS 'One row each time articles were kept.';
COMMENT ON COLUMN runs.run IS 'number of the run, from 1';
COMMENT ON COLUMN runs.started IS 'when it began, UTC';
COMMENT ON COLUMN runs.ended IS 'when it ended, UTC; null while it runs and for a run that was cut short';
COMMENT ON COLUMN runs.version IS 'version of diurna that coded the articles';
COMMENT ON COLUMN runs.ontology IS 'what its events are coded in: `plover`, `cameo`, or the name of a file of one''s own types';
COMMENT ON COLUMN runs.settings IS 'fingerprint of the ontology and of all files that a record depends on';
COMMENT ON COLUMN runs.coded IS 'articles it read and coded, changed or not';
COMMENT ON COLUMN runs.failed IS 'articles it could not read or code';

COMMENT ON TABLE articles IS 'One row an article: an id with a text. A corrected text under an old id is a row of its own.';
COMMENT ON COLUMN articles.article_key IS 'key made of the id and the text; joins all tables';
COMMENT ON COLUMN articles.article_id IS 'the id that the source gave, or the file name';
COMMENT ON COLUMN articles.title IS 'headline; null where not given';
COMMENT ON COLUMN articles.url IS 'address; null where not given';
COMMENT ON COLUMN articles.source IS 'publisher or agency; null where not given';
COMMENT ON COLUMN articles.published IS 'day of publication; null where not known';
COMMENT ON COLUMN articles.language IS 'language as an ISO 639-1 code; null where not known';
COMMENT ON COLUMN articles.text IS 'the text as read; all offsets count in it';
COMMENT ON COLUMN articles.state IS '`coded`, or `failed` when it could not be read or coded';
COMMENT ON COLUMN articles.error IS 'why it failed; null for a coded article';
COMMENT ON COLUMN articles.origin IS 'file and line it was first read from; null where not known';
COMMENT ON COLUMN articles.record IS 'the whole record as JSON, in the form of docs/record.md, with what people corrected; the one truth';
COMMENT ON COLUMN articles.record_digest IS 'fingerprint of the machine''s record; the same record again changes nothing';
COMMENT ON COLUMN articles.article_digest IS 'fingerprint of what was given with the article, by which the next run knows it again';
COMMENT ON COLUMN articles.run IS 'the last run that coded it';
COMMENT ON COLUMN articles.article_number IS 'number of the article, by which tables are joined fastest; it rises as articles are kept';

COMMENT ON TABLE sentences IS 'The sentences of the articles.';
COMMENT ON COLUMN sentences.article_key IS 'key of the article';
COMMENT ON COLUMN sentences.sentence IS 'number of the sentence in the article, from 0';
COMMENT ON COLUMN sentences.start_offset IS 'offset of the first character';
COMMENT ON COLUMN sentences.end_offset IS 'offset after the last character';
COMMENT ON COLUMN sentences.text IS 'the words there';
COMMENT ON COLUMN sentences.article_number IS 'number of the article, by which tables are joined fastest; it rises as articles are kept';

COMMENT ON TABLE entities IS 'Persons, organizations, places and groups that an article speaks of.';
COMMENT ON COLUMN entities.article_key IS 'key of the article';
COMMENT ON COLUMN entities.entity_id IS 'id of the entity, within its article';
COMMENT ON COLUMN entities.name IS 'its fullest name in the article';
COMMENT ON COLUMN entities.type IS '`person`, `organization`, `place`, `group` or `other`';
COMMENT ON COLUMN entities.country IS 'country in PLOVER''s codes (ISO 3166 alpha-3, or IGO, NGO, ...); null where not known';
COMMENT ON COLUMN entities.sector IS 'PLOVER sectors, the primary one first; empty where not known';
COMMENT ON COLUMN entities.wikidata IS 'Wikidata id; null where not known';
COMMENT ON COLUMN entities.identifiers IS 'all identifiers: scheme to id';
COMMENT ON COLUMN entities.article_number IS 'number of the article, by which tables are joined fastest; it rises as articles are kept';

COMMENT ON TABLE entity_mentions IS 'Every place in the text that names an entity.';
COMMENT ON COLUMN entity_mentions.article_key IS 'key of the article';
COMMENT ON COLUMN entity_mentions.entity_id IS 'the entity';
COMMENT ON COLUMN entity_mentions.position IS 'number of the mention of this entity, from 0, in text order';
COMMENT ON COLUMN entity_mentions.kind IS '`name`, `nominal` ("the minister") or `pronoun`';
COMMENT ON COLUMN entity_mentions.start_offset IS 'offset of the first character';
COMMENT ON COLUMN entity_mentions.end_offset IS 'offset after the last character';
COMMENT ON COLUMN entity_mentions.text IS 'the words there';
COMMENT ON COLUMN entity_mentions.article_number IS 'number of the article, by which tables are joined fastest; it rises as articles are kept';

COMMENT ON TABLE roles IS 'Offices and positions that the text gives an entity.';
COMMENT ON COLUMN roles.article_key IS 'key of the article';
COMMENT ON COLUMN roles.entity_id IS 'the entity';
COMMENT ON COLUMN roles.position IS 'number of the role of this entity, from 0';
COMMENT ON COLUMN roles.title IS 'the office: "chief"';
COMMENT ON COLUMN roles.of_what IS 'the body or place it is an office of; null where not told';
COMMENT ON COLUMN roles.since IS 'since when, as told; null where not told';
COMMENT ON COLUMN roles.until IS 'until when, as told; null where not told';
COMMENT ON COLUMN roles.start_offset IS 'offset of the first character';
COMMENT ON COLUMN roles.end_offset IS 'offset after the last character';
COMMENT ON COLUMN roles.text IS 'the words there';
COMMENT ON COLUMN roles.article_number IS 'number of the article, by which tables are joined fastest; it rises as articles are kept';

COMMENT ON TABLE events IS 'Who did what to whom: one row an event. Its offsets and text are the trigger''s, the word that tells it.';
COMMENT ON COLUMN events.article_key IS 'key of the article';
COMMENT ON COLUMN events.event_id IS 'id of the event, within its article';
COMMENT ON COLUMN events.position IS 'number of the event in the article, from 0, in text order';
COMMENT ON COLUMN events.type IS 'PLOVER type: CONSULT, PROTEST, ASSAULT, ...';
COMMENT ON COLUMN events.mode IS 'PLOVER modes: how; empty where none fits';
COMMENT ON COLUMN events.context IS 'PLOVER contexts: why; empty where none fits';
COMMENT ON COLUMN events.cameo IS 'CAMEO code; null where none fits';
COMMENT ON COLUMN events.quad IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict';
COMMENT ON COLUMN events.score IS 'PLOVER score, from -10 (conflict) to 10 (cooperation)';
COMMENT ON COLUMN events.status IS '`happened`, `future`, `hypothetical`, `negated` or `historical`';
COMMENT ON COLUMN events.start_offset IS 'offset of the first character';
COMMENT ON COLUMN events.end_offset IS 'offset after the last character';
COMMENT ON COLUMN events.text IS 'the words there';
COMMENT ON COLUMN events.sentence IS 'the sentence it stands in; null where none holds it';
COMMENT ON COLUMN events.date_start IS 'first day of the interval in which it happened; null where not told';
COMMENT ON COLUMN events.date_end IS 'last day of that interval, included';
COMMENT ON COLUMN events.date_precision IS 'how exact the date is: `day`, `week`, `month`, `year`, ...';
COMMENT ON COLUMN events.date_basis IS 'where the date came from: `clause`, `sentence`, `discourse`, `post`, `dateline`, `headline` or `published`';
COMMENT ON COLUMN events.date_text IS 'the words the date was taken from; null where there are none';
COMMENT ON COLUMN events.place IS 'name of the place; null where not told';
COMMENT ON COLUMN events.place_text IS 'the words that tell the place';
COMMENT ON COLUMN events.latitude IS 'degrees north; null where the place could not be resolved';
COMMENT ON COLUMN events.longitude IS 'degrees east; null where the place could not be resolved';
COMMENT ON COLUMN events.place_country IS 'country of the place; null where the place could not be resolved';
COMMENT ON COLUMN events.admin1 IS 'first-level division of the place';
COMMENT ON COLUMN events.geonames IS 'GeoNames id of the place';
COMMENT ON COLUMN events.attribution IS 'ids of the attributions that hold its trigger, innermost first; empty: the author''s own word';
COMMENT ON COLUMN events.confidence IS 'probability that the event is right: of the events given 0.8, four in five are';
COMMENT ON COLUMN events.why IS 'what decided it: lexicon entries and matches, or the model and its score';
COMMENT ON COLUMN events.article_number IS 'number of the article, by which tables are joined fastest; it rises as articles are kept';
COMMENT ON COLUMN events.vouched IS 'whether the author tells it in a voice of their own, alone or beside others';
COMMENT ON COLUMN events.told_by IS 'all who tell it in the article, in words, as `source` of event_table; null: the author alone';
COMMENT ON COLUMN events.told_kind IS 'kind of the trigger''s innermost source; `author` for the author''s own word';
COMMENT ON COLUMN events.told_stance IS 'stance of the trigger''s innermost source; `asserts` for the author';

COMMENT ON TABLE event_mentions IS 'Every other place in the article that tells the same event.';
COMMENT ON COLUMN event_mentions.article_key IS 'key of the article';
COMMENT ON COLUMN event_mentions.event_id IS 'the event';
COMMENT ON COLUMN event_mentions.position IS 'number of the mention, from 0, in text order';
COMMENT ON COLUMN event_mentions.start_offset IS 'offset of the first character';
COMMENT ON COLUMN event_mentions.end_offset IS 'offset after the last character';
COMMENT ON COLUMN event_mentions.text IS 'the words there';
COMMENT ON COLUMN event_mentions.article_number IS 'number of the article, by which tables are joined fastest; it rises as articles are kept';
COMMENT ON COLUMN event_mentions.attribution IS 'ids of the attributions that hold the words there, innermost first; empty: the author''s own word';

COMMENT ON TABLE participants IS 'Actors and recipients of the events.';
COMMENT ON COLUMN participants.article_key IS 'key of the article';
COMMENT ON COLUMN participants.event_id IS 'the event';
COMMENT ON COLUMN participants.role IS '`actor` (does it) or `recipient` (whom it is directed at)';
COMMENT ON COLUMN participants.position IS 'number within its role, from 0';
COMMENT ON COLUMN participants.entity_id IS 'the entity; null where the words were not resolved to one';
COMMENT ON COLUMN participants.name IS 'fullest name of the entity in the article; null where not resolved';
COMMENT ON COLUMN participants.country IS 'country in PLOVER''s codes; null where not known';
COMMENT ON COLUMN participants.sector IS 'PLOVER sectors, the primary one first; empty where not known';
COMMENT ON COLUMN participants.start_offset IS 'offset of the first character';
COMMENT ON COLUMN participants.end_offset IS 'offset after the last character';
COMMENT ON COLUMN participants.text IS 'the words there';
COMMENT ON COLUMN participants.article_number IS 'number of the article, by which tables are joined fastest; it rises as articles are kept';

COMMENT ON TABLE counts IS 'How many were killed, wounded, arrested, ...: only what an article tells.';
COMMENT ON COLUMN counts.article_key IS 'key of the article';
COMMENT ON COLUMN counts.event_id IS 'the event';
COMMENT ON COLUMN counts.what IS '`killed`, `wounded`, `arrested`, `displaced`, `abducted`, `released` or `participants`';
COMMENT ON COLUMN counts.min IS 'at least so many; null where no lower bound is told';
COMMENT ON COLUMN counts.max IS 'at most so many; null where no upper bound is told';
COMMENT ON COLUMN counts.of_whom IS 'of whom: "civilian"; null where not told';
COMMENT ON COLUMN counts.start_offset IS 'offset of the first character';
COMMENT ON COLUMN counts.end_offset IS 'offset after the last character';
COMMENT ON COLUMN counts.text IS 'the words there';
COMMENT ON COLUMN counts.article_number IS 'number of the article, by which tables are joined fastest; it rises as articles are kept';

COMMENT ON TABLE attributions IS 'Passages that stand on somebody''s word. Offsets and text are the content''s whole extent.';
COMMENT ON COLUMN attributions.article_key IS 'key of the article';
COMMENT ON COLUMN attributions.attribution_id IS 'id of the attribution, within its article';
COMMENT ON COLUMN attributions.position IS 'number in the article, from 0, in text order';
COMMENT ON COLUMN attributions.entity_id IS 'the source as an entity; null where not resolved';
COMMENT ON COLUMN attributions.source_name IS 'fullest name of the source, else its words, else `unnamed`';
COMMENT ON COLUMN attributions.source_start IS 'offset of the source''s first character; null where the page names none ("reportedly")';
COMMENT ON COLUMN attributions.source_end IS 'offset after the source''s last character';
COMMENT ON COLUMN attributions.source_text IS 'the words that name the source';
COMMENT ON COLUMN attributions.cue_start IS 'offset of the cue''s first character; null where there is no cue';
COMMENT ON COLUMN attributions.cue_end IS 'offset after the cue''s last character';
COMMENT ON COLUMN attributions.cue_text IS 'the cue: "said", "according to"';
COMMENT ON COLUMN attributions.addressee_start IS 'offset of the first character of whom it is said to; null where that is not told';
COMMENT ON COLUMN attributions.addressee_end IS 'offset after the last character of whom it is said to';
COMMENT ON COLUMN attributions.addressee_text IS 'whom it is said to: "told [Parliament]"';
COMMENT ON COLUMN attributions.start_offset IS 'offset of the first character';
COMMENT ON COLUMN attributions.end_offset IS 'offset after the last character';
COMMENT ON COLUMN attributions.text IS 'the words there';
COMMENT ON COLUMN attributions.parts IS 'the pieces of the content in order, where something stands between them';
COMMENT ON COLUMN attributions.form IS '`direct` (quoted), `indirect` or `mixed`';
COMMENT ON COLUMN attributions.kind IS '`named`, `anonymous`, `organization`, `outlet`, `document`, `post` or `author`';
COMMENT ON COLUMN attributions.stance IS '`asserts`, `denies`, `doubts`, `asks`, `predicts`, `demands` or `believes`';
COMMENT ON COLUMN attributions.how_many_min IS 'the unnamed sources are at least so many';
COMMENT ON COLUMN attributions.how_many_max IS 'they are at most so many';
COMMENT ON COLUMN attributions.how_many_start IS 'offset of the first character of the words that say how many; null where that is not told';
COMMENT ON COLUMN attributions.how_many_end IS 'offset after their last character';
COMMENT ON COLUMN attributions.how_many_text IS 'the words that say how many: "[three] officials"';
COMMENT ON COLUMN attributions.of_body_start IS 'offset of the first character of the body or state whose people they are; null where that is not told';
COMMENT ON COLUMN attributions.of_body_end IS 'offset after its last character';
COMMENT ON COLUMN attributions.of_body_text IS 'the body or state whose people they are: "officials of [the foreign ministry]"';
COMMENT ON COLUMN attributions.why_unnamed_start IS 'offset of the first character of the words that say why they are not named; null where that is not told';
COMMENT ON COLUMN attributions.why_unnamed_end IS 'offset after their last character';
COMMENT ON COLUMN attributions.why_unnamed_text IS 'the words that say on what terms, and why, they are not named: "on condition of anonymity"';
COMMENT ON COLUMN attributions.post_author IS 'who posted it, where it was posted';
COMMENT ON COLUMN attributions.post_handle IS 'the handle there: "@ANI"';
COMMENT ON COLUMN attributions.post_date IS 'the words that date the post';
COMMENT ON COLUMN attributions.post_day IS 'its day';
COMMENT ON COLUMN attributions.post_platform IS 'the platform: "X", "Facebook"';
COMMENT ON COLUMN attributions.article_number IS 'number of the article, by which tables are joined fastest; it rises as articles are kept';

COMMENT ON TABLE claims IS 'Statements about other events that a store can check: "their first meeting in two years".';
COMMENT ON COLUMN claims.article_key IS 'key of the article';
COMMENT ON COLUMN claims.position IS 'number in the article, from 0, in text order';
COMMENT ON COLUMN claims.kind IS '`first_since`, `first_ever`, `nth`, `record`, `longest`, `ahead_of`';
COMMENT ON COLUMN claims.start_offset IS 'offset of the first character';
COMMENT ON COLUMN claims.end_offset IS 'offset after the last character';
COMMENT ON COLUMN claims.text IS 'the words there';
COMMENT ON COLUMN claims.event_id IS 'the event it is said of; null where not told';
COMMENT ON COLUMN claims."interval" IS 'the interval that is told, as an ISO 8601 duration or words; null where none is';
COMMENT ON COLUMN claims.count IS 'the number that is told ("third" is 3); null where none is';
COMMENT ON COLUMN claims.article_number IS 'number of the article, by which tables are joined fastest; it rises as articles are kept';

COMMENT ON TABLE places IS 'Toponyms in the text.';
COMMENT ON COLUMN places.article_key IS 'key of the article';
COMMENT ON COLUMN places.position IS 'number in the article, from 0, in text order';
COMMENT ON COLUMN places.name IS 'name of the place';
COMMENT ON COLUMN places.latitude IS 'degrees north; null where the place could not be resolved';
COMMENT ON COLUMN places.longitude IS 'degrees east; null where the place could not be resolved';
COMMENT ON COLUMN places.country IS 'country of the place';
COMMENT ON COLUMN places.admin1 IS 'first-level division of the place';
COMMENT ON COLUMN places.geonames IS 'GeoNames id of the place';
COMMENT ON COLUMN places.start_offset IS 'offset of the first character';
COMMENT ON COLUMN places.end_offset IS 'offset after the last character';
COMMENT ON COLUMN places.text IS 'the words there';
COMMENT ON COLUMN places.article_number IS 'number of the article, by which tables are joined fastest; it rises as articles are kept';

COMMENT ON TABLE dates IS 'Time expressions in the text.';
COMMENT ON COLUMN dates.article_key IS 'key of the article';
COMMENT ON COLUMN dates.position IS 'number in the article, from 0, in text order';
COMMENT ON COLUMN dates.value IS 'TIMEX3 value: `2025-10-08`, `2025-W41`, `P2Y`';
COMMENT ON COLUMN dates.first_day IS 'first day it covers; null where it covers none';
COMMENT ON COLUMN dates.last_day IS 'last day it covers, included';
COMMENT ON COLUMN dates.start_offset IS 'offset of the first character';
COMMENT ON COLUMN dates.end_offset IS 'offset after the last character';
COMMENT ON COLUMN dates.text IS 'the words there';
COMMENT ON COLUMN dates.article_number IS 'number of the article, by which tables are joined fastest; it rises as articles are kept';

COMMENT ON VIEW event_table IS 'One row an event, flat, as `--format csv` writes it; not a table but a view on the others.';
COMMENT ON COLUMN event_table.article_id IS 'the article''s id';
COMMENT ON COLUMN event_table.title IS 'its headline';
COMMENT ON COLUMN event_table.published IS 'its day of publication';
COMMENT ON COLUMN event_table.event_id IS 'id of the event, within its article';
COMMENT ON COLUMN event_table.type IS 'PLOVER type';
COMMENT ON COLUMN event_table.mode IS 'PLOVER modes';
COMMENT ON COLUMN event_table.context IS 'PLOVER contexts';
COMMENT ON COLUMN event_table.quad IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict';
COMMENT ON COLUMN event_table.score IS 'PLOVER score, from -10 to 10';
COMMENT ON COLUMN event_table.status IS '`happened`, `future`, `hypothetical`, `negated` or `historical`';
COMMENT ON COLUMN event_table.actor IS 'names of the actors, or their words where not resolved';
COMMENT ON COLUMN event_table.actor_country IS 'their countries, in the same order; `?` beside known ones where one is not known';
COMMENT ON COLUMN event_table.actor_sector IS 'their sectors, in the same order; several of one actor with a space between';
COMMENT ON COLUMN event_table.recipient IS 'names of the recipients';
COMMENT ON COLUMN event_table.recipient_country IS 'their countries, as for actors';
COMMENT ON COLUMN event_table.recipient_sector IS 'their sectors, as for actors';
COMMENT ON COLUMN event_table.counts IS 'numbers told: `killed 14; wounded 30+` (30+ is at least 30)';
COMMENT ON COLUMN event_table.date_start IS 'first day of the interval in which it happened';
COMMENT ON COLUMN event_table.date_end IS 'last day of that interval, included';
COMMENT ON COLUMN event_table.date_precision IS 'how exact the date is';
COMMENT ON COLUMN event_table.place IS 'name of the place';
COMMENT ON COLUMN event_table.latitude IS 'degrees north';
COMMENT ON COLUMN event_table.longitude IS 'degrees east';
COMMENT ON COLUMN event_table.place_country IS 'country of the place';
COMMENT ON COLUMN event_table.source IS 'who says it, innermost first: `A < B` is what B says that A said; of several who tell it that of the trigger first, then by `; ` the others, `the author` among them; null: the author''s own word';
COMMENT ON COLUMN event_table.source_kind IS 'kind of the trigger''s innermost source; `author` for the author''s own word';
COMMENT ON COLUMN event_table.stance IS 'stance of the trigger''s innermost source; `asserts` for the author';
COMMENT ON COLUMN event_table.vouched IS 'whether the author tells it in a voice of their own, alone or beside others';
COMMENT ON COLUMN event_table.confidence IS 'probability that the event is right';
COMMENT ON COLUMN event_table."trigger" IS 'the word that tells the event';
COMMENT ON COLUMN event_table.sentence IS 'the sentence it stands in';
COMMENT ON COLUMN event_table.start_offset IS 'offset of the trigger''s first character';
COMMENT ON COLUMN event_table.end_offset IS 'offset after the trigger''s last character';
COMMENT ON COLUMN event_table.article_key IS 'key of the article, for joins';

COMMENT ON TABLE copies IS 'Which articles are copies or near-copies of one text.';
COMMENT ON COLUMN copies.article_key IS 'key of the article';
COMMENT ON COLUMN copies.copy_group IS 'the same for all copies of one text: the key of the first article that had it';
COMMENT ON COLUMN copies.number IS 'number of the text; later ones are higher';

COMMENT ON TABLE copy_bands IS 'By what copies are found: an index of the texts, for the machine.';
COMMENT ON COLUMN copy_bands.band IS 'number of a band of the text''s signature';
COMMENT ON COLUMN copy_bands.number IS 'number of a text that has it, as in `copies`';
COMMENT ON COLUMN copy_bands.level IS 'level of the part of the index; eight parts of one become one of the next';
COMMENT ON COLUMN copy_bands.part IS 'number of the part';

COMMENT ON TABLE joined_events IS 'Events, each once however many articles tell it; every value is the one that its reports support best.';
COMMENT ON COLUMN joined_events.joined_id IS 'id of the joined event';
COMMENT ON COLUMN joined_events.type IS 'PLOVER type';
COMMENT ON COLUMN joined_events.mode IS 'PLOVER modes that at least half of the reports with any tell';
COMMENT ON COLUMN joined_events.context IS 'PLOVER contexts, likewise';
COMMENT ON COLUMN joined_events.status IS '`happened`, `future`, `hypothetical`, `negated` or `historical`';
COMMENT ON COLUMN joined_events.cameo IS 'CAMEO code of the report that tells most';
COMMENT ON COLUMN joined_events.quad IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict';
COMMENT ON COLUMN joined_events.score IS 'PLOVER score, from -10 to 10, of the report that tells most';
COMMENT ON COLUMN joined_events.date_start IS 'first day of the interval in which it happened; null where no report tells';
COMMENT ON COLUMN joined_events.date_end IS 'last day of that interval, included';
COMMENT ON COLUMN joined_events.date_precision IS 'how exact the date is';
COMMENT ON COLUMN joined_events.place IS 'name of the place; null where no report tells';
COMMENT ON COLUMN joined_events.place_country IS 'country of the place';
COMMENT ON COLUMN joined_events.latitude IS 'degrees north';
COMMENT ON COLUMN joined_events.longitude IS 'degrees east';
COMMENT ON COLUMN joined_events.geonames IS 'GeoNames id of the place';
COMMENT ON COLUMN joined_events.reports IS 'how many articles tell it';
COMMENT ON COLUMN joined_events.sources IS 'how many of them are independent: copies of one text, reports on the word of one agency and those of one outlet count once';
COMMENT ON COLUMN joined_events.confidence IS 'probability that the event is right, all reports taken together';
COMMENT ON COLUMN joined_events.first_published IS 'day on which the first report came out';
COMMENT ON COLUMN joined_events.last_published IS 'day on which the last report came out';
COMMENT ON COLUMN joined_events.article_key IS 'key of the article that tells most of it';
COMMENT ON COLUMN joined_events.event_id IS 'the event there';
COMMENT ON COLUMN joined_events.vouched IS 'whether the author of one of the articles tells it in a voice of their own';
COMMENT ON COLUMN joined_events.told_by IS 'all on whose words it stands in any report, those of most articles first; null: the authors alone';
COMMENT ON COLUMN joined_events.support IS 'in how many reports the value of each field stands, of how many that support or contradict it: `date 2 of 3`; null of one report';
COMMENT ON COLUMN joined_events.joined_number IS 'the id of the joined event as a number, by which it is found';

COMMENT ON TABLE reports IS 'Which joined event each event of an article is.';
COMMENT ON COLUMN reports.joined_id IS 'the joined event';
COMMENT ON COLUMN reports.article_key IS 'key of the article that tells it';
COMMENT ON COLUMN reports.event_id IS 'the event there';
COMMENT ON COLUMN reports.score IS 'probability at which it was joined; 1 for the first report and for what a person decided';
COMMENT ON COLUMN reports.source IS 'whose report it is: `agency:AFP`, `outlet:Daily Post`; null where not known';
COMMENT ON COLUMN reports.telling IS 'what the report says of the event, as JSON, to compare others with';
COMMENT ON COLUMN reports.joined_number IS 'the id of the joined event as a number, by which it is found';

COMMENT ON TABLE joined_participants IS 'Actors and recipients of the joined events.';
COMMENT ON COLUMN joined_participants.joined_id IS 'the joined event';
COMMENT ON COLUMN joined_participants.role IS '`actor` (does it) or `recipient` (whom it is directed at)';
COMMENT ON COLUMN joined_participants.position IS 'number within its role, from 0; whom most reports name comes first';
COMMENT ON COLUMN joined_participants.name IS 'fullest name in any report';
COMMENT ON COLUMN joined_participants.country IS 'country in PLOVER''s codes; null where not known';
COMMENT ON COLUMN joined_participants.sector IS 'PLOVER sectors, the primary one first; empty where not known';
COMMENT ON COLUMN joined_participants.wikidata IS 'Wikidata id; null where not known';
COMMENT ON COLUMN joined_participants.supported IS 'in how many reports';
COMMENT ON COLUMN joined_participants.joined_number IS 'the id of the joined event as a number, by which it is found';

COMMENT ON TABLE joined_counts IS 'How many were killed, wounded, arrested, ...: what most independent reports say, of equals the latest.';
COMMENT ON COLUMN joined_counts.joined_id IS 'the joined event';
COMMENT ON COLUMN joined_counts.what IS '`killed`, `wounded`, `arrested`, `displaced`, `abducted`, `released` or `participants`';
COMMENT ON COLUMN joined_counts.min IS 'at least so many; null where no lower bound is told';
COMMENT ON COLUMN joined_counts.max IS 'at most so many; null where no upper bound is told';
COMMENT ON COLUMN joined_counts.supported IS 'in how many reports';
COMMENT ON COLUMN joined_counts.joined_number IS 'the id of the joined event as a number, by which it is found';

COMMENT ON TABLE joined_fields IS 'Which reports support and which contradict each field of a joined event, where several tell it: a row a value.';
COMMENT ON COLUMN joined_fields.joined_id IS 'the joined event';
COMMENT ON COLUMN joined_fields.field IS '`type`, `status`, `date`, `place`, `actor`, `recipient`, `killed`, `wounded`, ..., `mode`, `context`';
COMMENT ON COLUMN joined_fields.value IS 'a value that is told';
COMMENT ON COLUMN joined_fields.supported IS 'keys of the articles that tell it so, or vaguer';
COMMENT ON COLUMN joined_fields.contradicted IS 'keys of the articles that tell it otherwise; modes and contexts add up, so that none contradicts them';
COMMENT ON COLUMN joined_fields.best IS 'whether it is the value that the joined event has';
COMMENT ON COLUMN joined_fields.joined_number IS 'the id of the joined event as a number, by which it is found';

COMMENT ON TABLE event_blocks IS 'By what joined events are found that a new report may be of: an index, for the machine.';
COMMENT ON COLUMN event_blocks.block IS 'number of a block: a kind of event, some days, and a name, place or countries';
COMMENT ON COLUMN event_blocks.joined_number IS 'a joined event that stands in it: its id as a number';

COMMENT ON TABLE joinings IS 'What people decided: that reports are of one event, or of two. No run of the machine changes it.';
COMMENT ON COLUMN joinings.decision IS 'number of the decision, from 1';
COMMENT ON COLUMN joinings.made IS 'when, UTC';
COMMENT ON COLUMN joinings."by" IS 'who decided';
COMMENT ON COLUMN joinings.kind IS '`join`: all reports of both sides are of one event; `split`: none of side a is of an event with any of side b';
COMMENT ON COLUMN joinings.note IS 'why; null where not said';

COMMENT ON TABLE joining_anchors IS 'The words that a decision points at; the event that they tell is meant, whatever its id.';
COMMENT ON COLUMN joining_anchors.decision IS 'the decision';
COMMENT ON COLUMN joining_anchors.side IS '`a` or `b`';
COMMENT ON COLUMN joining_anchors.article_key IS 'key of the article';
COMMENT ON COLUMN joining_anchors.start_offset IS 'offset of the first character';
COMMENT ON COLUMN joining_anchors.end_offset IS 'offset after the last character';
COMMENT ON COLUMN joining_anchors.type IS 'type that the event had';

COMMENT ON TABLE corrections IS 'What people say of the records, each row once and for good; docs/correcting.md has the forms of `before` and `after`.';
COMMENT ON COLUMN corrections.id IS 'number of the correction; a later one counts over an earlier one';
COMMENT ON COLUMN corrections.made IS 'when, UTC';
COMMENT ON COLUMN corrections.who IS 'who said it';
COMMENT ON COLUMN corrections.kind IS '`confirm`, `reject`, `change`, `add`, `join_entities`, `split_entity`, `identify`, `join`, `split` or `undo`';
COMMENT ON COLUMN corrections.article_key IS 'key of the article';
COMMENT ON COLUMN corrections.event_id IS 'the event, by its id when it was corrected; null in a `confirm` of the whole article';
COMMENT ON COLUMN corrections.entity_id IS 'the entity, by its id when it was corrected';
COMMENT ON COLUMN corrections.start_offset IS 'the words that are meant, whatever the id after coding anew: offset of the first character';
COMMENT ON COLUMN corrections.end_offset IS 'offset after the last character';
COMMENT ON COLUMN corrections.label IS 'the type that the machine gave the event there, or the entity''s name';
COMMENT ON COLUMN corrections.field IS 'what of the event a `change` changes';
COMMENT ON COLUMN corrections.before IS 'what was shown before, as JSON';
COMMENT ON COLUMN corrections.after IS 'what is right, as JSON';
COMMENT ON COLUMN corrections.note IS 'why; null where not said';
COMMENT ON COLUMN corrections.undoes IS 'the correction that an `undo` takes back';

COMMENT ON TABLE machine_records IS 'The machine''s own record of each article that people corrected; `articles.record` is then what is shown.';
COMMENT ON COLUMN machine_records.article_key IS 'key of the article';
COMMENT ON COLUMN machine_records.record IS 'the record as the machine coded it, as JSON';

COMMENT ON TABLE checked IS 'The events that people looked at, as they are shown now.';
COMMENT ON COLUMN checked.article_key IS 'key of the article';
COMMENT ON COLUMN checked.event_id IS 'id of the event, within its article';
COMMENT ON COLUMN checked.state IS '`confirmed`, `changed` or `added`';
COMMENT ON COLUMN checked.correction IS 'the last correction of it';

COMMENT ON TABLE unplaced IS 'Corrections that fit nothing in the article''s record as the machine codes it now; kept, and tried again.';
COMMENT ON COLUMN unplaced.correction IS 'number of the correction';
COMMENT ON COLUMN unplaced.article_key IS 'key of the article';

COMMENT ON TABLE learned IS 'The weights that `diurna learn` fitted on corrections; the newest that was not taken back counts.';
COMMENT ON COLUMN learned.id IS 'number of the weights';
COMMENT ON COLUMN learned.made IS 'when, UTC';
COMMENT ON COLUMN learned.who IS 'who let it learn';
COMMENT ON COLUMN learned.weights IS 'the weights, in the form of weights.toml';
COMMENT ON COLUMN learned.report IS 'what was learned from, and the scores before and after on the held-out articles, as JSON';
COMMENT ON COLUMN learned.undone IS 'when it was taken back, UTC; null where it was not';

COMMENT ON VIEW joined_table IS 'One row a joined event, flat, with the columns of event_table; not a table but a view on the others.';
COMMENT ON COLUMN joined_table.article_id IS 'id of the article that tells most of it';
COMMENT ON COLUMN joined_table.title IS 'its headline';
COMMENT ON COLUMN joined_table.published IS 'day on which the first report came out';
COMMENT ON COLUMN joined_table.event_id IS 'the event in that article';
COMMENT ON COLUMN joined_table.type IS 'PLOVER type';
COMMENT ON COLUMN joined_table.mode IS 'PLOVER modes';
COMMENT ON COLUMN joined_table.context IS 'PLOVER contexts';
COMMENT ON COLUMN joined_table.quad IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict';
COMMENT ON COLUMN joined_table.score IS 'PLOVER score, from -10 to 10';
COMMENT ON COLUMN joined_table.status IS '`happened`, `future`, `hypothetical`, `negated` or `historical`';
COMMENT ON COLUMN joined_table.actor IS 'names of the actors, whom most reports name first';
COMMENT ON COLUMN joined_table.actor_country IS 'their countries, in the same order; `?` beside known ones where one is not known';
COMMENT ON COLUMN joined_table.actor_sector IS 'their sectors, in the same order; several of one actor with a space between';
COMMENT ON COLUMN joined_table.recipient IS 'names of the recipients';
COMMENT ON COLUMN joined_table.recipient_country IS 'their countries, as for actors';
COMMENT ON COLUMN joined_table.recipient_sector IS 'their sectors, as for actors';
COMMENT ON COLUMN joined_table.counts IS 'numbers told: `killed 14; wounded 30+` (30+ is at least 30)';
COMMENT ON COLUMN joined_table.date_start IS 'first day of the interval in which it happened';
COMMENT ON COLUMN joined_table.date_end IS 'last day of that interval, included';
COMMENT ON COLUMN joined_table.date_precision IS 'how exact the date is';
COMMENT ON COLUMN joined_table.place IS 'name of the place';
COMMENT ON COLUMN joined_table.latitude IS 'degrees north';
COMMENT ON COLUMN joined_table.longitude IS 'degrees east';
COMMENT ON COLUMN joined_table.place_country IS 'country of the place';
COMMENT ON COLUMN joined_table.source IS 'who says it in any report, those of most articles first, `the author` among them, with `; ` between them; null: the authors alone';
COMMENT ON COLUMN joined_table.source_kind IS 'kind of the trigger''s innermost source in that article; `author` for the author''s own word';
COMMENT ON COLUMN joined_table.stance IS 'stance of the trigger''s innermost source there; `asserts` for the author';
COMMENT ON COLUMN joined_table.vouched IS 'whether the author of one of the articles tells it in a voice of their own';
COMMENT ON COLUMN joined_table.confidence IS 'probability that the event is right, all reports taken together';
COMMENT ON COLUMN joined_table."trigger" IS 'the word that tells the event in that article';
COMMENT ON COLUMN joined_table.sentence IS 'the sentence it stands in';
COMMENT ON COLUMN joined_table.start_offset IS 'offset of the trigger''s first character';
COMMENT ON COLUMN joined_table.end_offset IS 'offset after the trigger''s last character';
COMMENT ON COLUMN joined_table.article_key IS 'key of that article, for joins';
COMMENT ON COLUMN joined_table.joined_id IS 'id of the joined event';
COMMENT ON COLUMN joined_table.reports IS 'how many articles tell it';
COMMENT ON COLUMN joined_table.sources IS 'how many of them are independent';
COMMENT ON COLUMN joined_table.support IS 'in how many reports the value of each field stands, of how many that support or contradict it: `date 2 of 3`; null of one report';

COMMENT ON VIEW differences IS 'Where reports of one event differ: each value with the articles that give it; a view on joined_fields.';
COMMENT ON COLUMN differences.joined_id IS 'the joined event';
COMMENT ON COLUMN differences.field IS '`type`, `status`, `date`, `place`, `actor`, `recipient`, `killed`, `wounded`, ...';
COMMENT ON COLUMN differences.value IS 'one of the values that are told';
COMMENT ON COLUMN differences.articles IS 'keys of the articles that tell it so';
COMMENT ON COLUMN differences.best IS 'whether it is the value that the joined event has';

COMMENT ON TABLE watched IS 'One row a file that `diurna watch` has coded.';
COMMENT ON COLUMN watched.path IS 'the file, as a whole path';
COMMENT ON COLUMN watched.stamp IS 'its size in bytes and when it was last changed, in ns since 1970, as they were then';
COMMENT ON COLUMN watched.articles IS 'articles that it held';
COMMENT ON COLUMN watched.failed IS 'those of them that could not be read or coded';
COMMENT ON COLUMN watched.run IS 'run that coded it last';

COMMENT ON TABLE event_search IS 'What the events of articles are found by: a narrow copy, for the machine. Several values stand between bars: `|IND|PAK|`.';
COMMENT ON COLUMN event_search.article_number IS 'number of the article whose sentence tells it';
COMMENT ON COLUMN event_search.article_key IS 'key of that article';
COMMENT ON COLUMN event_search.event_id IS 'the event there';
COMMENT ON COLUMN event_search.sentence IS 'number of the sentence there';
COMMENT ON COLUMN event_search.first_day IS 'first day on which it may have happened; where none is told, the day of publication';
COMMENT ON COLUMN event_search.last_day IS 'last such day';
COMMENT ON COLUMN event_search.type IS 'PLOVER type';
COMMENT ON COLUMN event_search.modes IS 'PLOVER modes';
COMMENT ON COLUMN event_search.status IS '`happened`, `future`, `hypothetical`, `negated` or `historical`';
COMMENT ON COLUMN event_search.quad IS 'quad class';
COMMENT ON COLUMN event_search.score IS 'PLOVER score';
COMMENT ON COLUMN event_search.confidence IS 'probability that the event is right';
COMMENT ON COLUMN event_search.place IS 'name of the place, in lower case';
COMMENT ON COLUMN event_search.place_country IS 'country of the place';
COMMENT ON COLUMN event_search.actors IS 'countries of the actors, `?` where not known';
COMMENT ON COLUMN event_search.recipients IS 'countries of the recipients';
COMMENT ON COLUMN event_search.actor_names IS 'names of the actors, in lower case, or their words where not resolved';
COMMENT ON COLUMN event_search.recipient_names IS 'names of the recipients, likewise';
COMMENT ON COLUMN event_search.acting IS 'identities of the actors, or their names';
COMMENT ON COLUMN event_search.receiving IS 'identities of the recipients, or their names';
COMMENT ON COLUMN event_search.sectors IS 'sectors of all participants';
COMMENT ON COLUMN event_search.sources IS 'the article''s source and who says it, in lower case';

COMMENT ON TABLE joined_search IS 'What joined events are found by: a narrow copy, for the machine.';
COMMENT ON COLUMN joined_search.joined_id IS 'id of the joined event';
COMMENT ON COLUMN joined_search.article_number IS 'number of the article whose sentence tells it';
COMMENT ON COLUMN joined_search.article_key IS 'key of that article';
COMMENT ON COLUMN joined_search.event_id IS 'the event there';
COMMENT ON COLUMN joined_search.sentence IS 'number of the sentence there';
COMMENT ON COLUMN joined_search.first_day IS 'first day on which it may have happened; where none is told, the day of publication';
COMMENT ON COLUMN joined_search.last_day IS 'last such day';
COMMENT ON COLUMN joined_search.type IS 'PLOVER type';
COMMENT ON COLUMN joined_search.modes IS 'PLOVER modes';
COMMENT ON COLUMN joined_search.status IS '`happened`, `future`, `hypothetical`, `negated` or `historical`';
COMMENT ON COLUMN joined_search.quad IS 'quad class';
COMMENT ON COLUMN joined_search.score IS 'PLOVER score';
COMMENT ON COLUMN joined_search.confidence IS 'probability that the event is right';
COMMENT ON COLUMN joined_search.place IS 'name of the place, in lower case';
COMMENT ON COLUMN joined_search.place_country IS 'country of the place';
COMMENT ON COLUMN joined_search.actors IS 'countries of the actors, `?` where not known';
COMMENT ON COLUMN joined_search.recipients IS 'countries of the recipients';
COMMENT ON COLUMN joined_search.actor_names IS 'names of the actors, in lower case, or their words where not resolved';
COMMENT ON COLUMN joined_search.recipient_names IS 'names of the recipients, likewise';
COMMENT ON COLUMN joined_search.sectors IS 'sectors of all participants';
COMMENT ON COLUMN joined_search.sources IS 'the sources of all its articles and who says it there, in lower case';
COMMENT ON COLUMN joined_search.joined_number IS 'the id of the joined event as a number, by which it is found';

COMMENT ON TABLE terms IS 'In which articles words and actors are found: an index, for the machine.';
COMMENT ON COLUMN terms.term IS 'a word of a sentence that tells an event, in lower case and without accents; an actor behind `@`';
COMMENT ON COLUMN terms.level IS 'level of the part of the index; eight parts of one become one of the next';
COMMENT ON COLUMN terms.part IS 'number of the part';
COMMENT ON COLUMN terms.size IS 'how many numbers there are';
COMMENT ON COLUMN terms.articles IS 'numbers of the articles in which it is found, some of them twice';

COMMENT ON TABLE actor_facts IS 'What all articles together say of actors, counted: for the machine; the sum over all parts counts.';
COMMENT ON COLUMN actor_facts.who IS 'the actor: an identity or, without one, the name';
COMMENT ON COLUMN actor_facts.kind IS '`name`, `mention` (a name in the text), `wikidata`, `type`, `country` or `sector`';
COMMENT ON COLUMN actor_facts.value IS 'the name, identity, type, country or sector';
COMMENT ON COLUMN actor_facts.count IS 'in how many articles; below 0 where a row takes back what was counted';
COMMENT ON COLUMN actor_facts.level IS 'level of the part of this table; eight parts of one become one of the next';
COMMENT ON COLUMN actor_facts.part IS 'number of the part';

INSERT INTO meta VALUES ('schema_version', '8');
