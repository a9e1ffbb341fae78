-- Two people editing one definition. A save is refused when somebody else changed the definition after the text that it is based on was
-- read. For that it is enough to know of each person only the last change: whoever changed nothing after that moment loses nothing. So
-- there is one row for each person and definition, however often the designer saves.

-- Of a definition's changes, counted from 1 over all its versions: the one that gave the version its text. 0: before changes were counted.
ALTER TABLE agentiq.workflow_definitions ADD COLUMN change bigint NOT NULL DEFAULT 0;

CREATE TABLE agentiq.workflow_edits (
    tenant_id     uuid        NOT NULL,
    definition_id text        NOT NULL,
    author        text        NOT NULL,
    change        bigint      NOT NULL, -- the author's last one; the highest of all authors is the definition's
    kind          text        NOT NULL CHECK (kind IN ('saved', 'reverted', 'deleted')),
    changed_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, definition_id, author)
);
CALL agentiq.tenant_table('workflow_edits', tenant_column => 'tenant_id');

-- As before, and with the change that a reader has seen. Who reads the latest version has seen every change until then, a deletion
-- included, which leaves no text of its own; who reads another version has seen what made that one.
CREATE OR REPLACE VIEW agentiq.workflow_versions WITH (security_invoker = true) AS
SELECT d.tenant_id, d.version_id, d.definition_id, d.version, d.name, d.description, d.tool_version, d.is_system, d.is_latest, d.is_published,
       d.is_deleted, d.revision, d.activation, d.trigger_names, d.body, d.hash, d.created_at, d.created_by, d.updated_at, d.updated_by,
       d.published_at, d.frozen_at, d.note, d.base_version_id, p.version_id AS newer_base_version_id,
       CASE WHEN d.is_latest
           THEN coalesce((SELECT max(e.change) FROM agentiq.workflow_edits e WHERE e.tenant_id = d.tenant_id AND e.definition_id = d.definition_id), 0)
           ELSE d.change
       END AS change
FROM agentiq.workflow_definitions d
LEFT JOIN agentiq.workflow_platform_versions p
    ON d.base_version_id IS NOT NULL AND p.definition_id = d.definition_id AND p.is_latest AND p.version_id <> d.base_version_id
UNION ALL
SELECT NULL, p.version_id, p.definition_id, p.version, p.name, p.description, p.tool_version, false,
       p.is_latest AND own.latest IS NULL,
       p.is_published AND NOT EXISTS (
           SELECT FROM agentiq.workflow_definitions d
           WHERE d.tenant_id = (SELECT agentiq.current_tenant()) AND d.definition_id = p.definition_id AND d.is_published),
       false, 1, p.activation, p.trigger_names, p.body, p.hash, p.created_at, p.created_by, p.created_at, p.created_by,
       p.created_at, p.created_at, NULL, NULL, NULL,
       CASE WHEN p.is_latest AND own.latest IS NULL
           THEN coalesce((SELECT max(e.change) FROM agentiq.workflow_edits e
                          WHERE e.tenant_id = (SELECT agentiq.current_tenant()) AND e.definition_id = p.definition_id), 0)
           ELSE 0
       END
FROM agentiq.workflow_platform_versions p
LEFT JOIN LATERAL (
    SELECT d.version_id AS latest FROM agentiq.workflow_definitions d
    WHERE d.tenant_id = (SELECT agentiq.current_tenant()) AND d.definition_id = p.definition_id AND d.is_latest) AS own ON true;
