-- Watching and repairing.

-- What people did about incidents and dead work: who and when, never changed, kept for ever.
CREATE TABLE agentiq.workflow_actions (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    action      text        NOT NULL CHECK (action IN ('retry', 'skip', 'cancel', 'retry_work', 'drop_work')),
    instance_id uuid,
    incident_id uuid,
    queue_id    uuid,
    detail      text,                  -- the outcome of a skip, the kind and the last error of dropped work
    actor       text        NOT NULL,
    acted_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX workflow_actions_instance ON agentiq.workflow_actions (tenant_id, instance_id, id) WHERE instance_id IS NOT NULL;
CALL agentiq.tenant_table('workflow_actions', tenant_column => 'tenant_id', append_only => true);

-- Of one instance, resolved ones included: the viewer shows them, and retention removes them with the instance.
CREATE INDEX workflow_incidents_instance ON agentiq.workflow_incidents (tenant_id, instance_id, id);

-- For retention, which looks for what is old across tenants. A block range index costs a few bytes a page, and as the columns never
-- change, neither an instance's updates nor an effect's leave their page for it; an index on finished_at would make every end do so.
CREATE INDEX workflow_instances_age ON agentiq.workflow_instances USING brin (created_at) WITH (autosummarize = on);
CREATE INDEX workflow_effects_age ON agentiq.workflow_effects USING brin (created_at) WITH (autosummarize = on);
