-- The tables, views and comments of a store of version 2, as diurna made them.
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
-- One row an event, flat, with the columns of `--format csv` (there `start_offset` and `end_offset` are `start` and
-- `end`). Of several participants the values stand in one order in actor, actor_country and actor_sector, divided
-- by "; ", and "?" marks one that is not known beside others that are. Sources stand innermost first: "A < B" is
-- what B says that A said.

CREATE VIEW event_table AS
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
),
link AS (
    SELECT article_key, event_id, unnest(attribution) AS attribution_id, generate_subscripts(attribution, 1) AS depth
    FROM events
),
said AS (
    SELECT link.article_key, link.event_id,
        string_agg(source_name, ' < ' ORDER BY depth) AS sources,
        first(kind ORDER BY depth) AS kind,
        first(stance ORDER BY depth) AS stance
    FROM link JOIN attributions USING (article_key, attribution_id)
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
    said.sources AS source,
    coalesce(said.kind, 'author') AS source_kind,
    coalesce(said.stance, 'asserts') AS stance,
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
LEFT JOIN said ON said.article_key = e.article_key AND said.event_id = e.event_id
ORDER BY a.rowid, e.position;
-- What each table, column and view holds. docs/store.md says the same; a test compares the two.

COMMENT ON TABLE meta IS 'What the file is.';
COMMENT ON COLUMN meta.key IS 'name of the setting';
COMMENT ON COLUMN meta.value IS 'its value; `schema_version` is the version of these tables';

COMMENT ON TABLE runs IS 'One row each time articles were kept.';
COMMENT ON COLUMN runs.run IS 'number of the run, from 1';
COMMENT ON COLUMN runs.started IS 'when it began, UTC';
COMMENT ON COLUMN runs.ended IS 'when it ended, UTC; null while it runs and for a run that was cut short';
COMMENT ON COLUMN runs.version IS 'version of diurna that coded the articles';
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
COMMENT ON COLUMN articles.record IS 'the whole record as JSON, in the form of docs/record.md; the one truth';
COMMENT ON COLUMN articles.record_digest IS 'fingerprint of the record; the same record again changes nothing';
COMMENT ON COLUMN articles.run IS 'the run that wrote the row';

COMMENT ON TABLE sentences IS 'The sentences of the articles.';
COMMENT ON COLUMN sentences.article_key IS 'key of the article';
COMMENT ON COLUMN sentences.sentence IS 'number of the sentence in the article, from 0';
COMMENT ON COLUMN sentences.start_offset IS 'offset of the first character';
COMMENT ON COLUMN sentences.end_offset IS 'offset after the last character';
COMMENT ON COLUMN sentences.text IS 'the words there';

COMMENT ON TABLE entities IS 'Persons, organizations, places and groups that an article speaks of.';
COMMENT ON COLUMN entities.article_key IS 'key of the article';
COMMENT ON COLUMN entities.entity_id IS 'id of the entity, within its article';
COMMENT ON COLUMN entities.name IS 'its fullest name in the article';
COMMENT ON COLUMN entities.type IS '`person`, `organization`, `place`, `group` or `other`';
COMMENT ON COLUMN entities.country IS 'country in PLOVER''s codes (ISO 3166 alpha-3, or IGO, NGO, ...); null where not known';
COMMENT ON COLUMN entities.sector IS 'PLOVER sectors, the primary one first; empty where not known';
COMMENT ON COLUMN entities.wikidata IS 'Wikidata id; null where not known';
COMMENT ON COLUMN entities.identifiers IS 'all identifiers: scheme to id';

COMMENT ON TABLE entity_mentions IS 'Every place in the text that names an entity.';
COMMENT ON COLUMN entity_mentions.article_key IS 'key of the article';
COMMENT ON COLUMN entity_mentions.entity_id IS 'the entity';
COMMENT ON COLUMN entity_mentions.position IS 'number of the mention of this entity, from 0, in text order';
COMMENT ON COLUMN entity_mentions.kind IS '`name`, `nominal` ("the minister") or `pronoun`';
COMMENT ON COLUMN entity_mentions.start_offset IS 'offset of the first character';
COMMENT ON COLUMN entity_mentions.end_offset IS 'offset after the last character';
COMMENT ON COLUMN entity_mentions.text IS 'the words there';

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
COMMENT ON COLUMN events.date_basis IS 'where the date came from: `clause`, `sentence`, `discourse`, `post`, `dateline` or `published`';
COMMENT ON COLUMN events.date_text IS 'the words the date was taken from; null where there are none';
COMMENT ON COLUMN events.place IS 'name of the place; null where not told';
COMMENT ON COLUMN events.place_text IS 'the words that tell the place';
COMMENT ON COLUMN events.latitude IS 'degrees north; null where the place could not be resolved';
COMMENT ON COLUMN events.longitude IS 'degrees east; null where the place could not be resolved';
COMMENT ON COLUMN events.place_country IS 'country of the place; null where the place could not be resolved';
COMMENT ON COLUMN events.admin1 IS 'first-level division of the place';
COMMENT ON COLUMN events.geonames IS 'GeoNames id of the place';
COMMENT ON COLUMN events.attribution IS 'ids of the attributions that hold it, innermost first; empty: the author''s own word';
COMMENT ON COLUMN events.confidence IS 'probability that the event is right: of the events given 0.8, four in five are';
COMMENT ON COLUMN events.why IS 'what decided it: lexicon entries and matches, or the model and its score';

COMMENT ON TABLE event_mentions IS 'Every other place in the article that tells the same event.';
COMMENT ON COLUMN event_mentions.article_key IS 'key of the article';
COMMENT ON COLUMN event_mentions.event_id IS 'the event';
COMMENT ON COLUMN event_mentions.position IS 'number of the mention, from 0, in text order';
COMMENT ON COLUMN event_mentions.start_offset IS 'offset of the first character';
COMMENT ON COLUMN event_mentions.end_offset IS 'offset after the last character';
COMMENT ON COLUMN event_mentions.text IS 'the words there';

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
COMMENT ON COLUMN attributions.kind IS '`named`, `anonymous`, `organization`, `document`, `post` or `author`';
COMMENT ON COLUMN attributions.stance IS '`asserts`, `denies`, `doubts`, `asks`, `predicts`, `demands` or `believes`';

COMMENT ON TABLE claims IS 'Statements about other events that a store can check: "their first meeting in two years".';
COMMENT ON COLUMN claims.article_key IS 'key of the article';
COMMENT ON COLUMN claims.position IS 'number in the article, from 0, in text order';
COMMENT ON COLUMN claims.kind IS '`first_since`, `first_ever`, `nth`, `record`, `longest`, ...';
COMMENT ON COLUMN claims.start_offset IS 'offset of the first character';
COMMENT ON COLUMN claims.end_offset IS 'offset after the last character';
COMMENT ON COLUMN claims.text IS 'the words there';
COMMENT ON COLUMN claims.event_id IS 'the event it is said of; null where not told';
COMMENT ON COLUMN claims."interval" IS 'the interval that is told, as an ISO 8601 duration or words; null where none is';
COMMENT ON COLUMN claims.count IS 'the number that is told ("third" is 3); null where none is';

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

COMMENT ON TABLE dates IS 'Time expressions in the text.';
COMMENT ON COLUMN dates.article_key IS 'key of the article';
COMMENT ON COLUMN dates.position IS 'number in the article, from 0, in text order';
COMMENT ON COLUMN dates.value IS 'TIMEX3 value: `2025-10-08`, `2025-W41`, `P2Y`';
COMMENT ON COLUMN dates.first_day IS 'first day it covers; null where it covers none';
COMMENT ON COLUMN dates.last_day IS 'last day it covers, included';
COMMENT ON COLUMN dates.start_offset IS 'offset of the first character';
COMMENT ON COLUMN dates.end_offset IS 'offset after the last character';
COMMENT ON COLUMN dates.text IS 'the words there';

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
COMMENT ON COLUMN event_table.source IS 'who says it, innermost first: `A < B` is what B says that A said; null: the author''s own word';
COMMENT ON COLUMN event_table.source_kind IS 'kind of the innermost source; `author` for the author''s own word';
COMMENT ON COLUMN event_table.stance IS 'stance of the innermost source; `asserts` for the author';
COMMENT ON COLUMN event_table.confidence IS 'probability that the event is right';
COMMENT ON COLUMN event_table."trigger" IS 'the word that tells the event';
COMMENT ON COLUMN event_table.sentence IS 'the sentence it stands in';
COMMENT ON COLUMN event_table.start_offset IS 'offset of the trigger''s first character';
COMMENT ON COLUMN event_table.end_offset IS 'offset after the trigger''s last character';
COMMENT ON COLUMN event_table.article_key IS 'key of the article, for joins';
INSERT INTO meta VALUES ('schema_version', '2');
