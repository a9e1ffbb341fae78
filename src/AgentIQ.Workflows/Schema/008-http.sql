-- Requests from outside that wait for a workflow's answer. Short-lived: rows go when they expire.

CREATE TABLE agentiq.workflow_http_requests (
    tenant_id  uuid        NOT NULL,
    id         uuid        NOT NULL,
    status     integer,                -- null: not answered yet
    headers    text,
    body       text,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX workflow_http_requests_expiry ON agentiq.workflow_http_requests (expires_at);
CALL agentiq.tenant_table('workflow_http_requests', tenant_column => 'tenant_id', engine => true);

-- Which paths a tenant's instances wait for; there are few beside all the other bookmarks.
CREATE INDEX workflow_bookmarks_http ON agentiq.workflow_bookmarks (tenant_id) WHERE name LIKE 'http:%';

-- Whether an instance still has work with the outside, asked while a request waits for it.
CREATE INDEX workflow_queue_effects_of ON agentiq.workflow_queue (tenant_id, instance_id) WHERE kind = 'effect';
