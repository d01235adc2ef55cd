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
