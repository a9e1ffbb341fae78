-- Trial runs stand beside real ones and never meet them: neither by what they send, nor by who may run beside whom, nor in the ledger.

ALTER TABLE agentiq.workflow_instances ADD COLUMN is_sandbox boolean NOT NULL DEFAULT false;
ALTER TABLE agentiq.workflow_signals ADD COLUMN is_sandbox boolean; -- null: from outside, for whoever it is addressed to
ALTER TABLE agentiq.workflow_effects ADD COLUMN is_sandbox boolean NOT NULL DEFAULT false;

-- A trial run neither stands in the way of a real one nor is refused because of it.
DROP INDEX agentiq.workflow_instances_idempotency;
DROP INDEX agentiq.workflow_instances_singleton;
CREATE UNIQUE INDEX workflow_instances_idempotency ON agentiq.workflow_instances (tenant_id, idempotency_key, is_sandbox) WHERE idempotency_key IS NOT NULL;
CREATE UNIQUE INDEX workflow_instances_singleton ON agentiq.workflow_instances (tenant_id, singleton_key, is_sandbox) WHERE singleton_key IS NOT NULL;

-- For retention, which removes trial runs with all that they left; there are few.
CREATE INDEX workflow_instances_sandbox ON agentiq.workflow_instances (created_at) WHERE is_sandbox;
CREATE INDEX workflow_effects_sandbox ON agentiq.workflow_effects (tenant_id, instance_id) WHERE is_sandbox;
