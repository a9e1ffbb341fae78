-- The text without differences of case and white space, hashed, so that the guardrails can ask when it was last given to somebody else.
-- Null for replies from before: they count as different texts.
ALTER TABLE replies ADD COLUMN folded_hash text;
CREATE INDEX replies_same_text ON replies (seller_id, folded_hash, approved_at);
