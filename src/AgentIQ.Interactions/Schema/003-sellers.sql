-- For whom the release's schedules run is asked across all sellers, and only by the engine's role.
CREATE POLICY engine ON agentiq.sellers FOR SELECT TO agentiq_engine USING (true);
GRANT SELECT ON agentiq.sellers TO agentiq_engine;
