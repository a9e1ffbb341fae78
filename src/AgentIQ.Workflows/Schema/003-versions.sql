-- Drafts, tombstones, copies of the platform's definitions. 001 said that a version never changes: a draft does, until it is published or run.

-- Rows of all tenants, by their owner: without a tenant forced row-level security would refuse.
ALTER TABLE agentiq.workflow_definitions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE agentiq.workflow_definitions
    ADD COLUMN description     text,
    ADD COLUMN tool_version    text,
    ADD COLUMN is_system       boolean     NOT NULL DEFAULT false,
    ADD COLUMN is_deleted      boolean     NOT NULL DEFAULT false, -- a tombstone: found by its id alone, for the instances that ran on it
    ADD COLUMN revision        integer     NOT NULL DEFAULT 1,     -- counts the saves of a draft
    ADD COLUMN updated_at      timestamptz,
    ADD COLUMN updated_by      text,
    ADD COLUMN published_at    timestamptz,                        -- when it was last published
    ADD COLUMN frozen_at       timestamptz,                        -- when it was first published or run; its text never changes from then on
    ADD COLUMN note            text,
    ADD COLUMN base_version_id text;                               -- the platform's version that the copy was made from
UPDATE agentiq.workflow_definitions
SET published_at = created_at, frozen_at = created_at, updated_at = created_at, updated_by = created_by, description = body::json ->> 'description';
ALTER TABLE agentiq.workflow_definitions
    ALTER COLUMN updated_at SET NOT NULL,
    ALTER COLUMN updated_by SET NOT NULL,
    ADD CONSTRAINT workflow_definitions_published_is_frozen CHECK (NOT is_published OR frozen_at IS NOT NULL),
    ADD CONSTRAINT workflow_definitions_deleted_is_retired CHECK (NOT (is_deleted AND (is_latest OR is_published)));
ALTER TABLE agentiq.workflow_definitions FORCE ROW LEVEL SECURITY;

ALTER TABLE agentiq.workflow_platform_versions
    ADD COLUMN description  text,
    ADD COLUMN tool_version text;
UPDATE agentiq.workflow_platform_versions SET description = body::json ->> 'description';

-- What has been published or run is evidence: neither code nor a person with the app's role can change or remove it.
CREATE FUNCTION agentiq.workflow_version_is_frozen() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION 'version % of the workflow definition % has been published or run: it can no longer be changed or removed', OLD.version, OLD.definition_id
        USING ERRCODE = 'restrict_violation', HINT = 'Save a new version.';
END
$$;

CREATE TRIGGER frozen_is_kept BEFORE DELETE ON agentiq.workflow_definitions
FOR EACH ROW WHEN (OLD.frozen_at IS NOT NULL) EXECUTE FUNCTION agentiq.workflow_version_is_frozen();

CREATE TRIGGER frozen_is_unchanged BEFORE UPDATE ON agentiq.workflow_definitions
FOR EACH ROW
WHEN (OLD.frozen_at IS NOT NULL AND
      (OLD.tenant_id, OLD.version_id, OLD.definition_id, OLD.version, OLD.body, OLD.hash, OLD.created_at, OLD.created_by, OLD.frozen_at, OLD.base_version_id)
      IS DISTINCT FROM
      (NEW.tenant_id, NEW.version_id, NEW.definition_id, NEW.version, NEW.body, NEW.hash, NEW.created_at, NEW.created_by, NEW.frozen_at, NEW.base_version_id))
EXECUTE FUNCTION agentiq.workflow_version_is_frozen();

CREATE TRIGGER frozen_is_kept BEFORE DELETE ON agentiq.workflow_platform_versions
FOR EACH ROW EXECUTE FUNCTION agentiq.workflow_version_is_frozen();

CREATE TRIGGER frozen_is_unchanged BEFORE UPDATE ON agentiq.workflow_platform_versions
FOR EACH ROW
WHEN ((OLD.version_id, OLD.definition_id, OLD.version, OLD.body, OLD.hash, OLD.created_at, OLD.created_by)
      IS DISTINCT FROM
      (NEW.version_id, NEW.definition_id, NEW.version, NEW.body, NEW.hash, NEW.created_at, NEW.created_by))
EXECUTE FUNCTION agentiq.workflow_version_is_frozen();

-- Every version that a tenant can see: its own, tombstones included, and the platform's. A platform version is the latest or the published
-- one only as long as the tenant has none of its own.
CREATE VIEW agentiq.workflow_versions WITH (security_invoker = true) AS
SELECT d.tenant_id, d.version_id, d.definition_id, d.version, d.name, d.description, d.tool_version, d.is_system, d.is_latest, d.is_published,
       d.is_deleted, d.revision, d.activation, d.trigger_names, d.body, d.hash, d.created_at, d.created_by, d.updated_at, d.updated_by,
       d.published_at, d.frozen_at, d.note, d.base_version_id, p.version_id AS newer_base_version_id
FROM agentiq.workflow_definitions d
LEFT JOIN agentiq.workflow_platform_versions p
    ON d.base_version_id IS NOT NULL AND p.definition_id = d.definition_id AND p.is_latest AND p.version_id <> d.base_version_id
UNION ALL
SELECT NULL, p.version_id, p.definition_id, p.version, p.name, p.description, p.tool_version, false,
       p.is_latest AND NOT EXISTS (
           SELECT FROM agentiq.workflow_definitions d
           WHERE d.tenant_id = (SELECT agentiq.current_tenant()) AND d.definition_id = p.definition_id AND d.is_latest),
       p.is_published AND NOT EXISTS (
           SELECT FROM agentiq.workflow_definitions d
           WHERE d.tenant_id = (SELECT agentiq.current_tenant()) AND d.definition_id = p.definition_id AND d.is_published),
       false, 1, p.activation, p.trigger_names, p.body, p.hash, p.created_at, p.created_by, p.created_at, p.created_by,
       p.created_at, p.created_at, NULL, NULL, NULL
FROM agentiq.workflow_platform_versions p;
GRANT SELECT ON agentiq.workflow_versions TO agentiq_app;

-- As before, and now also right for a role that sees every tenant's rows: one tenant's copy must not hide the platform's version from another.
CREATE OR REPLACE VIEW agentiq.workflow_published WITH (security_invoker = true) AS
SELECT tenant_id, definition_id, version_id, version, activation, trigger_names
FROM agentiq.workflow_definitions
WHERE is_published
UNION ALL
SELECT NULL, p.definition_id, p.version_id, p.version, p.activation, p.trigger_names
FROM agentiq.workflow_platform_versions p
WHERE p.is_published
  AND NOT EXISTS (
      SELECT FROM agentiq.workflow_definitions d
      WHERE d.tenant_id = (SELECT agentiq.current_tenant()) AND d.definition_id = p.definition_id AND d.is_published);

-- Moving running instances to another version: the plan, and what it found for each instance, are rows, so that applying it can be
-- interrupted anywhere and taken up again.
CREATE TABLE agentiq.workflow_moves (
    tenant_id       uuid        NOT NULL,
    id              uuid        NOT NULL,
    definition_id   text        NOT NULL,
    from_version_id text,       -- null: every other version
    to_version_id   text        NOT NULL,
    to_hash         text        NOT NULL, -- of the target's text when the plan was made
    mapping         text        NOT NULL, -- JSON: activity ids by activity ids, as a person gave them
    state           text        NOT NULL CHECK (state IN ('planning', 'planned', 'applying', 'applied')),
    created_at      timestamptz NOT NULL,
    created_by      text        NOT NULL,
    updated_at      timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CALL agentiq.tenant_table('workflow_moves', tenant_column => 'tenant_id');

CREATE TABLE agentiq.workflow_move_instances (
    tenant_id       uuid        NOT NULL,
    move_id         uuid        NOT NULL,
    instance_id     uuid        NOT NULL,
    from_version_id text        NOT NULL,
    outcome         text        NOT NULL CHECK (outcome IN ('movable', 'blocked', 'moved', 'gone')),
    standing        text        NOT NULL, -- JSON: where it stands and where it would
    reasons         text        NOT NULL, -- JSON: why it cannot be moved
    notes           text        NOT NULL, -- JSON: what a person should know of the move
    decided_at      timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, move_id, instance_id),
    FOREIGN KEY (tenant_id, move_id) REFERENCES agentiq.workflow_moves (tenant_id, id)
);
CALL agentiq.tenant_table('workflow_move_instances', tenant_column => 'tenant_id');

-- For plans and lists by definition. Neither column ever changes, so a burst's update stays on its page.
CREATE INDEX workflow_instances_definition ON agentiq.workflow_instances (tenant_id, definition_id, id);
