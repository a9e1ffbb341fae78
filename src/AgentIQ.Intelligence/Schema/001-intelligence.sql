-- Texts for drafts, per intent, channel and seller. Rows of the platform are copied for a seller at first use and follow
-- the releases until the seller changes them; a changed row is the seller's and stays.
CREATE TABLE templates (
    seller_id  uuid NOT NULL REFERENCES sellers,
    id         uuid NOT NULL,
    key        text NOT NULL CHECK (key <> ''),
    origin     text NOT NULL CHECK (origin IN ('platform', 'seller')),
    intent     text,
    flag       text,
    channels   text[] NOT NULL CHECK (cardinality(channels) > 0),
    min_rating integer CHECK (min_rating BETWEEN 1 AND 5),
    max_rating integer CHECK (max_rating BETWEEN 1 AND 5),
    returns    boolean NOT NULL,
    text       text NOT NULL CHECK (text <> ''),
    active     boolean NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (seller_id, id),
    UNIQUE (seller_id, key),
    CHECK (intent IS NOT NULL OR flag IS NOT NULL)
);
CALL agentiq.tenant_table('templates');

-- Proposed replies. The text is never changed; what the guardrails say of it may be renewed.
CREATE TABLE drafts (
    seller_id      uuid NOT NULL,
    id             uuid NOT NULL,
    interaction_id uuid NOT NULL,
    text           text NOT NULL CHECK (text <> ''),
    source         text NOT NULL CHECK (source IN ('template', 'model', 'fallback')),
    template_id    text,
    violations     text NOT NULL,
    warnings       text NOT NULL,
    created_at     timestamptz NOT NULL,
    PRIMARY KEY (seller_id, id),
    FOREIGN KEY (seller_id, interaction_id) REFERENCES interactions
);
CREATE INDEX drafts_of ON drafts (seller_id, interaction_id, id DESC);
CALL agentiq.tenant_table('drafts');

-- What a seller lets happen without a person.
CREATE TABLE automation_settings (
    seller_id  uuid PRIMARY KEY REFERENCES sellers,
    auto_send  boolean NOT NULL,
    preset     text NOT NULL CHECK (preset IN ('safe', 'balanced', 'max')),
    changed_at timestamptz NOT NULL
);
CALL agentiq.tenant_table('automation_settings');
