using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Monitoring;
using Dapper;

namespace AgentIQ.Workflows.Durable.Instances;

/// <summary>Reads pages of instances. Ids begin with the time of their making, so the primary key, read backwards, is the default order.</summary>
internal static class InstanceList
{
    public static async Task<InstancePage> ReadAsync(TenantScope scope, InstanceFilter filter, CancellationToken ct)
    {
        var conditions = InstanceConditions.Of(scope, filter);
        conditions.Parameters.Add("Skip", filter.Skip);
        conditions.Parameters.Add("Take", filter.Take);
        conditions.Parameters.Add("Most", InstancePage.LargestCount);
        var rows = await scope.Connection.QueryAsync<SummaryRow>(new CommandDefinition(PageSql(conditions, filter), conditions.Parameters, cancellationToken: ct));
        var count = await scope.Connection.ExecuteScalarAsync<int>(new CommandDefinition(CountSql(conditions), conditions.Parameters, cancellationToken: ct));
        return new InstancePage([.. rows.Select(r => r.ToSummary())], count);
    }

    internal static string PageSql(InstanceConditions conditions, InstanceFilter filter) =>
        $"""
        {SummaryRow.Sql}
        WHERE {conditions.Sql}
        ORDER BY {Order(filter)}
        OFFSET @Skip LIMIT @Take
        """;

    private static string CountSql(InstanceConditions conditions) =>
        $"""
        SELECT count(*)::int FROM (
            SELECT FROM agentiq.workflow_instances i
            WHERE {conditions.Sql}
            LIMIT @Most
        ) AS counted
        """;

    private static string Order(InstanceFilter filter)
    {
        var direction = filter.Descending ? "DESC" : "ASC";
        return filter.OrderBy switch
        {
            InstanceOrder.LastExecuted => $"i.updated_at {direction}, i.id {direction}",
            InstanceOrder.Finished => $"i.finished_at {direction} NULLS LAST, i.id {direction}",
            InstanceOrder.Name => $"i.name {direction} NULLS LAST, i.id {direction}",
            _ => $"i.id {direction}",
        };
    }
}
