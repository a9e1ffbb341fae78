-- The connected channel that an item came through; null: it was received before this was kept. No foreign key: channels are of a layer above.
ALTER TABLE interactions ADD COLUMN channel_id uuid;

-- True: made for a trial run. A row like any other, so that every activity works on it, and in no list, count or search.
ALTER TABLE interactions ADD COLUMN is_sandbox boolean NOT NULL DEFAULT false;

-- Activities of a trial run see no real interaction, whatever correlation its workflow takes: PostgreSQL itself refuses.
CREATE POLICY sandbox ON interactions AS RESTRICTIVE TO agentiq_app
    USING (is_sandbox OR (SELECT current_setting('agentiq.sandbox', true)) IS DISTINCT FROM 'on');
