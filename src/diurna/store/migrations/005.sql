-- The files that `diurna watch` has coded (docs/running.md), by which it goes on where it was.

CREATE TABLE watched (
    path VARCHAR PRIMARY KEY,
    stamp VARCHAR NOT NULL,
    articles INTEGER NOT NULL CHECK (articles >= 0),
    failed INTEGER NOT NULL CHECK (failed >= 0),
    run INTEGER NOT NULL
);
