-- A connected account of a seller at a marketplace.
CREATE TABLE channels (
    seller_id        uuid NOT NULL REFERENCES sellers,
    id               uuid NOT NULL,
    marketplace      text NOT NULL,
    channel          text NOT NULL CHECK (channel IN ('review', 'question', 'chat')),
    name             text NOT NULL CHECK (name <> ''),
    cabinet_id       text,
    secret           text NOT NULL, -- encrypted, never the token itself
    token_kind       text NOT NULL,
    token_expires_at timestamptz,
    state            text NOT NULL CHECK (state IN ('ok', 'syncing', 'waiting', 'unauthorized', 'failing', 'disabled')),
    reason           text,          -- JSON: code and arguments
    connected_at     timestamptz NOT NULL,
    last_sync_at     timestamptz,
    PRIMARY KEY (seller_id, id)
);
CALL agentiq.tenant_table('channels');

-- One active connection per cabinet, whichever seller made it: two would answer the same customer twice.
-- A unique index sees all rows whatever row-level security hides, and here that is the point.
CREATE UNIQUE INDEX channels_cabinet ON channels (marketplace, channel, cabinet_id)
    WHERE state <> 'disabled' AND cabinet_id IS NOT NULL;

-- When each channel is synced next, and who does it. Any number of processes share the rows: a lease by the
-- database's clock, and a fencing token so that a process that lost its lease cannot write.
CREATE TABLE sync_schedule (
    seller_id     uuid NOT NULL,
    channel_id    uuid NOT NULL,
    next_run_at   timestamptz NOT NULL,
    is_stopped    boolean NOT NULL DEFAULT false,
    failures      integer NOT NULL DEFAULT 0,
    lease_until   timestamptz,
    fencing_token bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (seller_id, channel_id),
    FOREIGN KEY (seller_id, channel_id) REFERENCES channels
);
CALL agentiq.tenant_table('sync_schedule', engine => true);
CREATE INDEX sync_schedule_due ON sync_schedule (next_run_at) WHERE NOT is_stopped;

-- How far each half of a channel has been read. The two never share a watermark: an endless list of unanswered
-- items must not keep answers from being seen.
CREATE TABLE sync_passes (
    seller_id      uuid NOT NULL,
    channel_id     uuid NOT NULL,
    pass           text NOT NULL CHECK (pass IN ('unanswered', 'answered')),
    watermark      timestamptz,
    last_run_at    timestamptz,
    swept_at       timestamptz,
    backlog_offset integer,     -- where the budget ended; null when everything above the floor was read
    backlog_from   timestamptz, -- the oldest item that was read before the budget ended
    backlog_floor  timestamptz, -- how far down it still has to go; null is the end of the list
    PRIMARY KEY (seller_id, channel_id, pass),
    FOREIGN KEY (seller_id, channel_id) REFERENCES channels
);
CALL agentiq.tenant_table('sync_passes');

-- What the marketplace still counted as unanswered when we last looked. One that leaves the unanswered list is
-- read singly, so that an answer given in the marketplace's cabinet is seen however old the item is.
CREATE TABLE open_items (
    seller_id   uuid NOT NULL,
    channel_id  uuid NOT NULL,
    external_id text NOT NULL,
    occurred_at timestamptz NOT NULL,
    checked_at  timestamptz,
    PRIMARY KEY (seller_id, channel_id, external_id),
    FOREIGN KEY (seller_id, channel_id) REFERENCES channels
);
CALL agentiq.tenant_table('open_items');
CREATE INDEX open_items_external ON open_items (seller_id, external_id);

-- Records that could not be understood or stored, verbatim. One row however often the same record comes.
CREATE TABLE quarantine (
    seller_id     uuid NOT NULL,
    id            uuid NOT NULL,
    channel_id    uuid NOT NULL,
    external_id   text,
    raw_hash      bytea NOT NULL,
    raw           text NOT NULL,
    problem       text NOT NULL,
    times         integer NOT NULL DEFAULT 1,
    first_seen_at timestamptz NOT NULL,
    last_seen_at  timestamptz NOT NULL,
    resolved_at   timestamptz,
    PRIMARY KEY (seller_id, id),
    UNIQUE (seller_id, channel_id, raw_hash),
    FOREIGN KEY (seller_id, channel_id) REFERENCES channels
);
CALL agentiq.tenant_table('quarantine');
CREATE INDEX quarantine_open ON quarantine (seller_id, channel_id) WHERE resolved_at IS NULL;

-- What each run did.
CREATE TABLE sync_runs (
    seller_id   uuid NOT NULL,
    id          uuid NOT NULL,
    channel_id  uuid NOT NULL,
    outcome     text NOT NULL,
    started_at  timestamptz NOT NULL,
    duration    interval NOT NULL,
    fetched     integer NOT NULL,
    created     integer NOT NULL,
    updated     integer NOT NULL,
    unchanged   integer NOT NULL,
    quarantined integer NOT NULL,
    reason      text,
    PRIMARY KEY (seller_id, id),
    FOREIGN KEY (seller_id, channel_id) REFERENCES channels
);
CALL agentiq.tenant_table('sync_runs');
CREATE INDEX sync_runs_of ON sync_runs (seller_id, channel_id, started_at DESC);

-- A marketplace's limits, shared by all processes: until when the account's calls are spoken for.
CREATE TABLE pace_buckets (
    seller_id uuid NOT NULL REFERENCES sellers,
    bucket    text NOT NULL,
    free_at   timestamptz NOT NULL,
    PRIMARY KEY (seller_id, bucket)
);
CALL agentiq.tenant_table('pace_buckets');
