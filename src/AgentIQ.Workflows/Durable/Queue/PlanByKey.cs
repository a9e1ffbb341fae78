namespace AgentIQ.Workflows.Durable.Queue;

/// <summary>
/// The engine's own statements look up few rows by key. Prepared while the tables are small, they would be planned to read all of them,
/// and would still do so a minute later with a million rows in them: so these ways are closed while they are planned. Steps plan freely.
/// </summary>
internal static class PlanByKey
{
    /// <summary>For a SELECT list.</summary>
    public const string On = "set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)";

    public const string OnSql = $"SELECT {On}";

    public const string OffSql = "SELECT set_config('enable_seqscan', 'on', true), set_config('enable_hashjoin', 'on', true), set_config('enable_mergejoin', 'on', true)";
}
