-- The times that start workflows: a projection of the triggers of published versions.

CREATE TABLE agentiq.workflow_schedules (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    definition_id text        NOT NULL,
    version_id    text        NOT NULL,
    activity_id   text        NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('Interval', 'Cron', 'Once')),
    expression    text        NOT NULL,
    time_zone     text        NOT NULL,
    missed_runs   text        NOT NULL CHECK (missed_runs IN ('Skip', 'CatchUp')),
    anchor_at     timestamptz NOT NULL, -- intervals count from here
    next_at       timestamptz,          -- null: it will not be due any more; otherwise one row of the queue waits for it
    last_at       timestamptz,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, definition_id, activity_id)
);
CALL agentiq.tenant_table('workflow_schedules', tenant_column => 'tenant_id', engine => true);

-- Which kinds of work there are is for the process to know, which refuses others; a list here would have to change with each release.
ALTER TABLE agentiq.workflow_queue DROP CONSTRAINT IF EXISTS workflow_queue_kind_check;
