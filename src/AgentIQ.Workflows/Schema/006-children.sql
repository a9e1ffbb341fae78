-- Instances that meet: parents and children, who may run beside whom, and tasks that somebody else does.

ALTER TABLE agentiq.workflow_instances
    ADD COLUMN parent_instance_id uuid, -- the instance whose activity started this one
    ADD COLUMN activation_key     text; -- what singleton_key is while the instance runs; a retry of a faulted one takes it again
CREATE INDEX workflow_instances_parent ON agentiq.workflow_instances (tenant_id, parent_instance_id) WHERE parent_instance_id IS NOT NULL;

-- Set: the incident shows the fault of that child and holds nothing up.
ALTER TABLE agentiq.workflow_incidents ADD COLUMN child_instance_id uuid;

-- What RunTask activities ask for. Who still waits is told by the bookmark, so nothing has to be kept in step here.
CREATE TABLE agentiq.workflow_tasks (
    tenant_id    uuid        NOT NULL,
    id           uuid        NOT NULL,
    instance_id  uuid        NOT NULL,
    activity_id  text        NOT NULL,
    name         text        NOT NULL,
    payload      text,
    stimulus     text        NOT NULL, -- name of the bookmark that the report meets
    requested_at timestamptz NOT NULL,
    completed_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX workflow_tasks_open ON agentiq.workflow_tasks (tenant_id, id) WHERE completed_at IS NULL;
CREATE INDEX workflow_tasks_instance ON agentiq.workflow_tasks (tenant_id, instance_id);
CALL agentiq.tenant_table('workflow_tasks', tenant_column => 'tenant_id', engine => true);
