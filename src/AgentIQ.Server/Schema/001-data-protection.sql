-- ASP.NET Core's data-protection keys, so that any copy of the process accepts any copy's cookies.
-- The XML is encrypted with the installation's key before it comes here.
CREATE TABLE agentiq.data_protection_keys (
    id         uuid        PRIMARY KEY,
    name       text        NOT NULL,
    xml        text        NOT NULL,
    created_at timestamptz NOT NULL
);

GRANT SELECT, INSERT ON agentiq.data_protection_keys TO agentiq_app;
