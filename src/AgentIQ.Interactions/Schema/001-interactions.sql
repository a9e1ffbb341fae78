-- Sellers are the tenants. Their row is visible to the seller alone.
CREATE TABLE sellers (
    seller_id  uuid PRIMARY KEY,
    name       text NOT NULL CHECK (name <> ''),
    created_at timestamptz NOT NULL
);
CALL agentiq.tenant_table('sellers');

-- One row for each review, question or chat, of every channel, for each round of its life.
-- Text lives in interaction_content: lists never read it.
CREATE TABLE interactions (
    seller_id          uuid NOT NULL REFERENCES sellers,
    id                 uuid NOT NULL,
    marketplace        text NOT NULL,
    channel            text NOT NULL CHECK (channel IN ('review', 'question', 'chat')),
    external_id        text NOT NULL CHECK (external_id <> ''),
    round              integer NOT NULL DEFAULT 1 CHECK (round >= 1),
    status             text NOT NULL CHECK (status IN ('new', 'assigned', 'in_progress', 'waiting_customer', 'resolved', 'closed')),
    needs_reply        boolean NOT NULL,
    needs_person       boolean NOT NULL DEFAULT false,
    reply_state        text NOT NULL DEFAULT 'none'
                       CHECK (reply_state IN ('none', 'approved', 'sending', 'moderation', 'published', 'rejected', 'failed', 'answered_outside')),
    priority           text NOT NULL DEFAULT 'normal' CHECK (priority IN ('urgent', 'high', 'normal', 'low')),
    intent             text,
    sentiment          text,
    flags              text[] NOT NULL DEFAULT '{}',
    escalation_level   integer NOT NULL DEFAULT 0 CHECK (escalation_level >= 0),
    rating             integer CHECK (rating BETWEEN 1 AND 5),
    subject            text NOT NULL,
    preview            text NOT NULL,
    customer_name      text,
    customer_id        text,
    order_id           text,
    related_ids        text[] NOT NULL DEFAULT '{}',
    product_id         text,
    product_article    text,
    product_name       text,
    assignee_id        uuid,
    occurred_at        timestamptz NOT NULL,
    received_at        timestamptz NOT NULL,
    clock_start        timestamptz NOT NULL,
    first_response_due timestamptz,
    escalate_at        timestamptz,
    hard_deadline      timestamptz,
    escalation_checked_at timestamptz,
    resolved_at        timestamptz,
    closed_at          timestamptz,
    updated_at         timestamptz NOT NULL,
    revision           bigint NOT NULL DEFAULT 1,
    content_revision   bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (seller_id, id),
    UNIQUE (seller_id, marketplace, channel, external_id, round)
);
CALL agentiq.tenant_table('interactions');

-- The inbox reads open work only, so its cost follows what is open and not the history.
CREATE INDEX interactions_open ON interactions (seller_id, first_response_due, id)
    WHERE status IN ('new', 'assigned', 'in_progress', 'waiting_customer');
CREATE INDEX interactions_recent ON interactions (seller_id, occurred_at DESC, id DESC);
CREATE INDEX interactions_changed ON interactions (seller_id, updated_at);
CREATE INDEX interactions_customer ON interactions (seller_id, marketplace, customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX interactions_order ON interactions (seller_id, marketplace, order_id) WHERE order_id IS NOT NULL;

-- What the customer wrote, and what the marketplace shows as the answer.
CREATE TABLE interaction_content (
    seller_id      uuid NOT NULL,
    interaction_id uuid NOT NULL,
    text           text NOT NULL,
    pros           text NOT NULL,
    cons           text NOT NULL,
    content_hash   bytea NOT NULL,
    answer_text    text,
    answer_state   text,
    raw            text NOT NULL,
    PRIMARY KEY (seller_id, interaction_id),
    FOREIGN KEY (seller_id, interaction_id) REFERENCES interactions
);
CALL agentiq.tenant_table('interaction_content');

-- Everything that happened to an interaction, append-only. Partitioned by month on the id,
-- whose first 48 bits are the time (UUIDv7), so that the key stays (seller_id, id).
CREATE TABLE interaction_events (
    seller_id      uuid NOT NULL,
    id             uuid NOT NULL,
    interaction_id uuid NOT NULL,
    type           text NOT NULL,
    at             timestamptz NOT NULL,
    actor          text NOT NULL,
    details        text NOT NULL,
    PRIMARY KEY (seller_id, id)
) PARTITION BY RANGE (id);
CREATE INDEX interaction_events_of ON interaction_events (seller_id, interaction_id, id);
CALL agentiq.tenant_table('interaction_events', append_only => true);
CALL agentiq.ensure_partitions('interaction_events');
