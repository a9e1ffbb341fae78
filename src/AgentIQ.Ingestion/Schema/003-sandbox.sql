-- A connection that trial runs answer through: it leads to a simulated marketplace and nowhere else. One for each seller, marketplace and
-- form; never synced, so without a row in sync_schedule, and never among the seller's channels.
ALTER TABLE channels ADD COLUMN is_sandbox boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX channels_sandbox ON channels (seller_id, marketplace, channel) WHERE is_sandbox;
