-- Every decision of a policy, with all that is needed to explain it and to make it again. Texts of people are not
-- copied here: facts keeps their hash and length, the words stand with the subject.
CREATE TABLE rule_decisions (
    seller_id  uuid NOT NULL,
    id         uuid NOT NULL,
    subject_id uuid NOT NULL,
    stage      text NOT NULL CHECK (stage <> ''),
    set_name   text NOT NULL,
    version    text NOT NULL,
    hash       text NOT NULL,
    rows       text NOT NULL,
    outputs    text NOT NULL,
    unknown    text[] NOT NULL,
    facts      text NOT NULL,
    fault      text,
    decided_at timestamptz NOT NULL,
    PRIMARY KEY (seller_id, id)
) PARTITION BY RANGE (id);
CALL agentiq.ensure_partitions('rule_decisions');
CALL agentiq.tenant_table('rule_decisions', append_only => true);
CREATE INDEX rule_decisions_of_subject ON rule_decisions (seller_id, subject_id, id);
