-- Shipped sets. A release adds versions; nothing here is ever changed or removed. The facts that the sets ask about
-- are kept in the same way under the name 'facts'. The text stays exactly as it was in the file.
CREATE TABLE platform_policy_versions (
    set_name   text NOT NULL CHECK (set_name <> ''),
    version    integer NOT NULL CHECK (version >= 1),
    hash       text NOT NULL,
    body       text NOT NULL,
    file_name  text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (set_name, version)
);
CALL agentiq.shared_table('platform_policy_versions', engine_writes => true);
REVOKE UPDATE, DELETE ON platform_policy_versions FROM agentiq_engine;

-- A seller's own versions of a set, over the platform's.
CREATE TABLE policy_versions (
    seller_id  uuid NOT NULL,
    id         uuid NOT NULL,
    set_name   text NOT NULL CHECK (set_name <> ''),
    version    integer NOT NULL CHECK (version >= 1),
    hash       text NOT NULL,
    body       text NOT NULL,
    author     text NOT NULL,
    note       text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (seller_id, id),
    UNIQUE (seller_id, set_name, version)
);
CALL agentiq.tenant_table('policy_versions', engine => true, append_only => true);

-- What became of a seller's version: the newest row of a version says its state. Keys are in the order of time.
CREATE TABLE policy_publications (
    seller_id      uuid NOT NULL,
    id             uuid NOT NULL,
    set_name       text NOT NULL,
    version        integer NOT NULL,
    state          text NOT NULL CHECK (state IN ('draft', 'shadow', 'active', 'retired')),
    effective_from timestamptz NOT NULL,
    effective_to   timestamptz CHECK (effective_to > effective_from),
    author         text NOT NULL,
    note           text NOT NULL,
    at             timestamptz NOT NULL,
    PRIMARY KEY (seller_id, id),
    FOREIGN KEY (seller_id, set_name, version) REFERENCES policy_versions (seller_id, set_name, version)
);
CALL agentiq.tenant_table('policy_publications', engine => true, append_only => true);
CREATE INDEX policy_publications_newest ON policy_publications (seller_id, set_name, version, id DESC);
