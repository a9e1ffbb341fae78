-- The products that may be answered without a person, by the marketplace's ids; empty means all.
ALTER TABLE automation_settings ADD COLUMN products text[] NOT NULL DEFAULT '{}';
