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
