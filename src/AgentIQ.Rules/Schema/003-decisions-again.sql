-- What it takes to make a decision again, and what a version in shadow would have said.
--   facts_at        the moment that "within" measured from
--   shadow_*        a version that was evaluated beside the one in force, without effect
--   is_sandbox      made by a trial run: never counted and never back-tested
ALTER TABLE rule_decisions
    ADD facts_at       timestamptz,
    ADD shadow_version text,
    ADD shadow_outputs text,
    ADD shadow_rows    text[],
    ADD shadow_differs boolean,
    ADD is_sandbox     boolean NOT NULL DEFAULT (coalesce(current_setting('agentiq.sandbox', true), '') = 'on');
CREATE INDEX rule_decisions_of_set ON rule_decisions (seller_id, set_name, id) WHERE NOT is_sandbox;
CREATE INDEX rule_decisions_in_shadow ON rule_decisions (seller_id, set_name, id) WHERE shadow_version IS NOT NULL;

-- The words that decisions judged, each once for a subject. The log names them by their hash, so that a person's words can
-- be erased here while the log stays as it is; a decision about erased words says that it cannot be made again. The subject
-- is in the key because two transactions that write the same template for two customers must not wait for each other.
CREATE TABLE decision_texts (
    seller_id  uuid NOT NULL,
    subject_id uuid NOT NULL,
    sha256     text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    body       text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (seller_id, subject_id, sha256)
);
CALL agentiq.tenant_table('decision_texts');
