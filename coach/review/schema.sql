-- The tables of a review file (DuckDB). Open it with any DuckDB client; every table is plain.
-- Words of people stand here redacted, and agents under their pseudonym, unless the review was told otherwise.
-- Offsets are code points in turns.text, end exclusive. Times are UTC, or the clock of the export where it does not say.

CREATE TABLE IF NOT EXISTS about (
    schema_version INTEGER NOT NULL,   -- 1; raised when the meaning of a column changes
    tool           VARCHAR NOT NULL    -- coach and its version, when the file was made
);

CREATE TABLE IF NOT EXISTS conversations (
    key          BIGINT PRIMARY KEY,   -- made of the id and the first turn: the same however often it is read
    conversation VARCHAR NOT NULL,     -- the id in the export
    source       VARCHAR NOT NULL,     -- the file it was read from
    line         INTEGER NOT NULL,     -- its line, or the number of the record; 0 where unknown
    channel      VARCHAR NOT NULL,     -- email, chat, phone, social, or '' where the export does not say
    team         VARCHAR NOT NULL,     -- '' where the export does not say
    language     VARCHAR,              -- of the agents' turns; NULL where it could not be told and nothing was judged
    began        TIMESTAMP,            -- of the first turn
    turns        INTEGER NOT NULL,     -- of customers and agents
    left_out     INTEGER NOT NULL      -- notes, bots, system messages
);

CREATE TABLE IF NOT EXISTS turns (
    key       BIGINT NOT NULL,         -- conversations.key
    turn      INTEGER NOT NULL,        -- from 0
    line      INTEGER NOT NULL,
    role      VARCHAR NOT NULL,        -- agent, customer, unknown
    agent     VARCHAR NOT NULL,        -- of an agent's turn; '' where the export does not say
    language  VARCHAR,                 -- in which it was judged; NULL where nothing was judged
    time      TIMESTAMP,
    sentences INTEGER NOT NULL,        -- of an agent's turn that was judged: what rates are counted against; else 0
    waited    DOUBLE,                  -- seconds that the customer waited for it
    text      VARCHAR                  -- only where there is something to show in it or it comes just before such a turn
);

CREATE TABLE IF NOT EXISTS findings (
    key      BIGINT NOT NULL,
    turn     INTEGER NOT NULL,
    rule     VARCHAR NOT NULL,         -- blame/forgot; its category is the part before the stroke
    severity VARCHAR NOT NULL,         -- error, warning, hint
    start    INTEGER NOT NULL,         -- [0, 0) where something is missing altogether
    "end"    INTEGER NOT NULL,
    message  VARCHAR NOT NULL,         -- why, in the language of the turn
    disputed VARCHAR                   -- the reason of an accepted dispute; such a finding is not counted
);

CREATE TABLE IF NOT EXISTS events (
    key    BIGINT NOT NULL,
    turn   INTEGER NOT NULL,
    name   VARCHAR NOT NULL,           -- customer/upset, thread/transfer, good/owns ...
    start  INTEGER NOT NULL,
    "end"  INTEGER NOT NULL,
    detail VARCHAR NOT NULL
);

CREATE TABLE IF NOT EXISTS promises (
    key   BIGINT NOT NULL,
    turn  INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    words VARCHAR NOT NULL,            -- the sentence, redacted
    who   VARCHAR NOT NULL,            -- I, we, someone, or as written
    by_when VARCHAR NOT NULL,          -- by when, in the words of the promise; '' where it has no time
    due   TIMESTAMP                    -- the moment that means; NULL where it cannot be told
);
