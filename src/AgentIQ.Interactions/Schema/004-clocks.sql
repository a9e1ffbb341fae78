-- What the policies of priority, deadlines and escalation said of it and need again: the case, the business hours that its deadlines were counted
-- by (null: every minute), whom escalation told, and since when the customer is waited for.
ALTER TABLE interactions
    ADD COLUMN messages_from_customer integer NOT NULL DEFAULT 1 CHECK (messages_from_customer >= 0),
    ADD COLUMN service_case text,
    ADD COLUMN service_clock text,
    ADD COLUMN clock_stopped_at timestamptz,
    ADD COLUMN clock_resumed_at timestamptz,
    ADD COLUMN escalated_to text,
    -- The moments at which escalation looks follow from its rules; what was looked at before need not be known.
    DROP COLUMN escalation_checked_at;

-- Similar complaints: the last days of one product and one intent, read from the index alone but for the rows that are counted.
CREATE INDEX interactions_similar ON interactions (seller_id, marketplace, product_id, intent, occurred_at)
    WHERE product_id IS NOT NULL AND intent IS NOT NULL AND NOT is_sandbox;

-- Who of a team has how much open work.
CREATE INDEX interactions_assignee ON interactions (seller_id, assignee_id)
    WHERE assignee_id IS NOT NULL AND NOT is_sandbox AND status IN ('new', 'assigned', 'in_progress', 'waiting_customer');
