-- Which interactions of a seller belong together. Both directions are stored, so that either side reads its own.
CREATE TABLE interaction_links (
    seller_id      uuid NOT NULL,
    interaction_id uuid NOT NULL,
    other_id       uuid NOT NULL,
    signal         text NOT NULL CHECK (signal IN ('related_id_exact', 'order_id_exact', 'customer_id_exact')),
    confidence     numeric(4, 3) NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    linked_at      timestamptz NOT NULL,
    PRIMARY KEY (seller_id, interaction_id, other_id),
    FOREIGN KEY (seller_id, interaction_id) REFERENCES interactions,
    FOREIGN KEY (seller_id, other_id) REFERENCES interactions,
    CHECK (interaction_id <> other_id)
);
CALL agentiq.tenant_table('interaction_links');
