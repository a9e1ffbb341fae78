-- Instances and everything that moves them. Times in these tables are business times that come as parameters;
-- only lease_until is the database's clock.

-- Work of one lane is done by one worker at a time. An instance's lane is its correlation's, so that a start, its stimuli and its
-- timers never race each other; without a correlation it is its own.
CREATE FUNCTION agentiq.workflow_lane(tenant_id uuid, key text) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT hashtextextended(tenant_id::text || key, 0) $$;

CREATE SEQUENCE agentiq.workflow_fence;
GRANT USAGE ON SEQUENCE agentiq.workflow_fence TO agentiq_engine;

CREATE TABLE agentiq.workflow_instances (
    tenant_id       uuid        NOT NULL,
    id              uuid        NOT NULL,
    definition_id   text        NOT NULL,
    version_id      text        NOT NULL,
    version         integer     NOT NULL,
    lane            bigint      NOT NULL,
    correlation_id  text,
    name            text,
    sub_status      text        NOT NULL,
    revision        integer     NOT NULL DEFAULT 0, -- counts committed bursts; a burst that read another revision cannot write
    idempotency_key text,
    singleton_key   text,                           -- set while the instance must stay the only one of its kind
    state           text,                           -- null until the first burst
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    finished_at     timestamptz,
    PRIMARY KEY (tenant_id, id)
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX workflow_instances_idempotency ON agentiq.workflow_instances (tenant_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE UNIQUE INDEX workflow_instances_singleton ON agentiq.workflow_instances (tenant_id, singleton_key) WHERE singleton_key IS NOT NULL;
CREATE INDEX workflow_instances_correlation ON agentiq.workflow_instances (tenant_id, correlation_id, id) WHERE correlation_id IS NOT NULL;
CALL agentiq.tenant_table('workflow_instances', tenant_column => 'tenant_id', engine => true);

-- What instances wait for now. A projection of their states: rows exist only while a stimulus can be delivered.
CREATE TABLE agentiq.workflow_bookmarks (
    tenant_id      uuid    NOT NULL,
    instance_id    uuid    NOT NULL,
    number         integer NOT NULL,
    name           text    NOT NULL,
    correlation_id text,
    activity_id    text    NOT NULL,
    is_event       boolean NOT NULL, -- false: only its time can meet it
    due_at         timestamptz,
    PRIMARY KEY (tenant_id, instance_id, number)
);
CREATE INDEX workflow_bookmarks_stimulus ON agentiq.workflow_bookmarks (tenant_id, name, correlation_id) WHERE is_event;
CALL agentiq.tenant_table('workflow_bookmarks', tenant_column => 'tenant_id', engine => true);

-- Everything there is to do: starts, resumes, timers, stimuli, retries, effects. Done work is deleted, dead work stays.
CREATE TABLE agentiq.workflow_queue (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    lane        bigint      NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('start', 'continue', 'signal', 'resume', 'timer', 'effect', 'effect_done', 'retry', 'cancel', 'match')),
    instance_id uuid,
    bookmark    integer,
    payload     text,
    due_at      timestamptz NOT NULL,
    lease_until timestamptz,          -- the database's clock
    token       bigint,               -- of the owner; a write with another token is refused
    attempts    integer     NOT NULL DEFAULT 0,
    is_dead     boolean     NOT NULL DEFAULT false,
    error       text,
    PRIMARY KEY (tenant_id, id)
) WITH (fillfactor = 70); -- claiming changes no indexed column, so it stays on its page
CREATE INDEX workflow_queue_bursts ON agentiq.workflow_queue (due_at, id) WHERE kind <> 'effect' AND NOT is_dead;
CREATE INDEX workflow_queue_effects ON agentiq.workflow_queue (due_at, id) WHERE kind = 'effect' AND NOT is_dead;
CREATE INDEX workflow_queue_lane ON agentiq.workflow_queue (lane);
CREATE INDEX workflow_queue_dead ON agentiq.workflow_queue (tenant_id, id) WHERE is_dead;
CALL agentiq.tenant_table('workflow_queue', tenant_column => 'tenant_id', engine => true);

-- Stimuli that came before their bookmark.
CREATE TABLE agentiq.workflow_signals (
    tenant_id      uuid        NOT NULL,
    id             uuid        NOT NULL,
    name           text        NOT NULL,
    correlation_id text,
    instance_id    uuid,
    payload        text,
    expires_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX workflow_signals_correlation ON agentiq.workflow_signals (tenant_id, correlation_id) WHERE correlation_id IS NOT NULL;
CREATE INDEX workflow_signals_instance ON agentiq.workflow_signals (tenant_id, instance_id) WHERE instance_id IS NOT NULL;
CREATE INDEX workflow_signals_expiry ON agentiq.workflow_signals (expires_at);
CALL agentiq.tenant_table('workflow_signals', tenant_column => 'tenant_id', engine => true);

-- The ledger: what was asked of the outside and what came of it. One row per idempotency key, kept for ever.
CREATE TABLE agentiq.workflow_effects (
    tenant_id       uuid        NOT NULL,
    id              uuid        NOT NULL,
    idempotency_key text        NOT NULL,
    instance_id     uuid        NOT NULL,
    activity_id     text        NOT NULL,
    activity_type   text        NOT NULL,
    correlation_id  text,
    request         text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('intended', 'running', 'done', 'failed')),
    attempts        integer     NOT NULL DEFAULT 0,
    result          text,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, idempotency_key)
);
CALL agentiq.tenant_table('workflow_effects', tenant_column => 'tenant_id', engine => true);

CREATE TABLE agentiq.workflow_incidents (
    tenant_id      uuid        NOT NULL,
    id             uuid        NOT NULL,
    instance_id    uuid        NOT NULL,
    definition_id  text        NOT NULL,
    correlation_id text,
    activity_id    text,       -- null: the burst itself failed
    activity_name  text,
    message        text        NOT NULL,
    cause          text,
    details        text,
    queue_id       uuid,       -- the dead work, where the burst itself failed
    occurred_at    timestamptz NOT NULL,
    resolved_at    timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX workflow_incidents_open ON agentiq.workflow_incidents (tenant_id, instance_id) WHERE resolved_at IS NULL;
CALL agentiq.tenant_table('workflow_incidents', tenant_column => 'tenant_id', engine => true);

-- One row per burst, never changed: journal and execution records, packed; JournalPacker says how.
CREATE TABLE agentiq.workflow_bursts (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    instance_id uuid        NOT NULL,
    occurred_at timestamptz NOT NULL,
    journal     text        NOT NULL,
    PRIMARY KEY (tenant_id, id)
) PARTITION BY RANGE (id);
CREATE INDEX workflow_bursts_instance ON agentiq.workflow_bursts (tenant_id, instance_id, id);
CALL agentiq.tenant_table('workflow_bursts', tenant_column => 'tenant_id', engine => true, append_only => true);
CALL agentiq.ensure_partitions('workflow_bursts');
