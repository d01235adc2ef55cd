-- Joined events of very many reports, which come in as they get new ones (crowds.py).

CREATE TABLE crowds (
    joined_number BIGINT NOT NULL,
    reports INTEGER NOT NULL,
    shown INTEGER NOT NULL,
    stands VARCHAR[] NOT NULL,
    CHECK (shown <= reports)
);
