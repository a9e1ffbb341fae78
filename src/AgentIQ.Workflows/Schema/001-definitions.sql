-- Workflow definitions. A version is written once: only its two flags ever change.

-- What is shipped with a release. Everybody reads it, only the engine's role writes it.
CREATE TABLE agentiq.workflow_platform_versions (
    version_id    text        NOT NULL PRIMARY KEY,
    definition_id text        NOT NULL,
    version       integer     NOT NULL,
    name          text,
    is_latest     boolean     NOT NULL,
    is_published  boolean     NOT NULL,
    activation    text        NOT NULL,
    trigger_names text[]      NOT NULL,
    body          text        NOT NULL, -- the JSON as it was
    hash          text        NOT NULL, -- SHA-256 of the body
    created_at    timestamptz NOT NULL,
    created_by    text        NOT NULL,
    UNIQUE (definition_id, version)
);
CREATE UNIQUE INDEX workflow_platform_versions_published ON agentiq.workflow_platform_versions (definition_id) WHERE is_published;
CALL agentiq.shared_table('workflow_platform_versions', engine_writes => true);

-- A tenant's own versions; they win over the platform's of the same definition.
CREATE TABLE agentiq.workflow_definitions (
    tenant_id     uuid        NOT NULL,
    version_id    text        NOT NULL,
    definition_id text        NOT NULL,
    version       integer     NOT NULL,
    name          text,
    is_latest     boolean     NOT NULL,
    is_published  boolean     NOT NULL,
    activation    text        NOT NULL,
    trigger_names text[]      NOT NULL,
    body          text        NOT NULL,
    hash          text        NOT NULL,
    created_at    timestamptz NOT NULL,
    created_by    text        NOT NULL,
    PRIMARY KEY (tenant_id, version_id),
    UNIQUE (tenant_id, definition_id, version)
);
CREATE UNIQUE INDEX workflow_definitions_published ON agentiq.workflow_definitions (tenant_id, definition_id) WHERE is_published;
CREATE UNIQUE INDEX workflow_definitions_latest ON agentiq.workflow_definitions (tenant_id, definition_id) WHERE is_latest;
CALL agentiq.tenant_table('workflow_definitions', tenant_column => 'tenant_id', engine => true);

-- What a tenant can start: its own published version, else the platform's. Row-level security applies as for whoever asks.
CREATE VIEW agentiq.workflow_published WITH (security_invoker = true) AS
SELECT tenant_id, definition_id, version_id, version, activation, trigger_names
FROM agentiq.workflow_definitions
WHERE is_published
UNION ALL
SELECT NULL, p.definition_id, p.version_id, p.version, p.activation, p.trigger_names
FROM agentiq.workflow_platform_versions p
WHERE p.is_published
  AND NOT EXISTS (SELECT FROM agentiq.workflow_definitions d WHERE d.definition_id = p.definition_id AND d.is_published);
GRANT SELECT ON agentiq.workflow_published TO agentiq_app;
