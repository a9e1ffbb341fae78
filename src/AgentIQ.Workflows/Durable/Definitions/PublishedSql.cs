namespace AgentIQ.Workflows.Durable.Definitions;

/// <summary>
/// What tenants can start, for the engine, which sees the rows of all of them: the same rule as the view workflow_published, with the
/// tenant named. Read fresh each time, so that publishing and retracting count from the next burst on.
/// </summary>
internal static class PublishedSql
{
    /// <summary>Definitions that stimuli start. $1 tenants, $2 names of the stimuli.</summary>
    public const string TriggeredBy =
        """
        SELECT s.tenant_id, s.name, d.definition_id
        FROM unnest($1::uuid[], $2::text[]) AS s (tenant_id, name)
        JOIN agentiq.workflow_definitions d ON d.tenant_id = s.tenant_id AND d.is_published AND s.name = ANY (d.trigger_names)
        UNION ALL
        SELECT s.tenant_id, s.name, p.definition_id
        FROM unnest($1::uuid[], $2::text[]) AS s (tenant_id, name)
        JOIN agentiq.workflow_platform_versions p ON p.is_published AND s.name = ANY (p.trigger_names)
        WHERE NOT EXISTS (
            SELECT FROM agentiq.workflow_definitions d WHERE d.tenant_id = s.tenant_id AND d.definition_id = p.definition_id AND d.is_published)
        ORDER BY 3
        """;

    /// <summary>The version that a new instance runs on. $1 the tenant, $2 the definition.</summary>
    public const string VersionOf =
        """
        SELECT version_id FROM (
            SELECT version_id, 1 AS rank FROM agentiq.workflow_definitions WHERE tenant_id = $1 AND definition_id = $2 AND is_published
            UNION ALL
            SELECT version_id, 2 FROM agentiq.workflow_platform_versions WHERE definition_id = $2 AND is_published
        ) AS published
        ORDER BY rank LIMIT 1
        """;
}
