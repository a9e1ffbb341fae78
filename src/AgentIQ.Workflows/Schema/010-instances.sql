-- Instances that people change, remove and bring in.

-- Which actions there are is for the process to know; a list here would have to change with each release.
ALTER TABLE agentiq.workflow_actions DROP CONSTRAINT workflow_actions_action_check;

-- Nobody changes a journal, and nobody removes one but together with its instance after that has ended: so this is a function and not a right.
CREATE FUNCTION agentiq.workflow_remove_journals(instances uuid[]) RETURNS bigint
LANGUAGE sql VOLATILE STRICT SECURITY DEFINER
SET search_path = agentiq, pg_temp
AS $$
    WITH removed AS (
        DELETE FROM agentiq.workflow_bursts b
        USING agentiq.workflow_instances i
        WHERE b.tenant_id = (SELECT agentiq.current_tenant()) AND b.instance_id = ANY (instances)
          AND i.tenant_id = b.tenant_id AND i.id = b.instance_id AND i.finished_at IS NOT NULL
        RETURNING b.id
    )
    SELECT count(*) FROM removed
$$;
REVOKE ALL ON FUNCTION agentiq.workflow_remove_journals(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION agentiq.workflow_remove_journals(uuid[]) TO agentiq_app;
