-- A burst's row is written once and read by its instance: one index serves its key and that reading, so each burst maintains one instead of two.
DROP INDEX agentiq.workflow_bursts_instance;
ALTER TABLE agentiq.workflow_bursts DROP CONSTRAINT workflow_bursts_pkey;
ALTER TABLE agentiq.workflow_bursts ADD PRIMARY KEY (tenant_id, instance_id, id);
