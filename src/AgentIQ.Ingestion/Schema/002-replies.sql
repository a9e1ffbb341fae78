-- Replies that passed the reply gate, and how far they came. The row is the ledger of the send: it exists before
-- the marketplace is asked, and says afterwards what became of it.
CREATE TABLE replies (
    seller_id       uuid NOT NULL,
    id              uuid NOT NULL,
    interaction_id  uuid NOT NULL,
    channel_id      uuid NOT NULL,
    external_id     text NOT NULL,
    text            text NOT NULL CHECK (text <> ''),
    text_hash       text NOT NULL,
    approver_kind   text NOT NULL CHECK (approver_kind IN ('person', 'auto_action')),
    approver_id     uuid NOT NULL,
    decision_id     uuid NOT NULL,
    idempotency_key text NOT NULL,
    status          text NOT NULL CHECK (status IN ('approved', 'sending', 'sent', 'moderation', 'published', 'rejected', 'failed')),
    attempts        integer NOT NULL DEFAULT 0,
    is_unproven     boolean NOT NULL DEFAULT false, -- an attempt was made, and whether it arrived is not known
    failure         text, -- JSON: code and arguments
    approved_at     timestamptz NOT NULL,
    sent_at         timestamptz,
    published_at    timestamptz,
    rejected_at     timestamptz,
    updated_at      timestamptz NOT NULL,
    PRIMARY KEY (seller_id, id),
    UNIQUE (seller_id, idempotency_key),
    FOREIGN KEY (seller_id, interaction_id) REFERENCES interactions,
    FOREIGN KEY (seller_id, channel_id) REFERENCES channels
);
CALL agentiq.tenant_table('replies');
CREATE INDEX replies_of ON replies (seller_id, interaction_id, id DESC);

-- At most one reply of an interaction is on its way.
CREATE UNIQUE INDEX replies_under_way ON replies (seller_id, interaction_id)
    WHERE status IN ('approved', 'sending', 'sent', 'moderation');
CREATE INDEX replies_by_channel ON replies (seller_id, channel_id)
    WHERE status IN ('approved', 'sending', 'sent', 'moderation');
