-- What the workflows under test write of their own, in the bursts' transactions.

-- One row per execution of a Chaos.Count that was committed. Without a unique key: a second row is what the checks look for.
CREATE TABLE agentiq.chaos_counts (
    tenant_id   uuid    NOT NULL,
    instance_id uuid    NOT NULL,
    execution   integer NOT NULL,
    activity_id text    NOT NULL
);
CREATE INDEX chaos_counts_instance ON agentiq.chaos_counts (tenant_id, instance_id);
CALL agentiq.tenant_table('chaos_counts', tenant_column => 'tenant_id');

-- What was asked for. Written with the request in one transaction: a row is there if, and only if, the request was accepted.
CREATE TABLE agentiq.chaos_requests (
    tenant_id      uuid NOT NULL,
    id             uuid NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('start', 'stimulus')),
    definition_id  text,
    correlation_id text NOT NULL,
    name           text,
    instance_id    uuid,
    PRIMARY KEY (tenant_id, id)
);
CALL agentiq.tenant_table('chaos_requests', tenant_column => 'tenant_id');

-- Instances whose stumbling block a person has removed.
CREATE TABLE agentiq.chaos_fixed (
    tenant_id   uuid NOT NULL,
    instance_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, instance_id)
);
CALL agentiq.tenant_table('chaos_fixed', tenant_column => 'tenant_id');
