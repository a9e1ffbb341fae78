using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Bursts;
using AgentIQ.Workflows.Execution;
using Dapper;

namespace AgentIQ.Workflows.Durable.Instances;

/// <summary>
/// A filter as SQL. Only what is asked for becomes a condition, so that the planner sees which index serves; every value is a parameter.
/// </summary>
internal sealed class InstanceConditions
{
    private const string HasOpenIncident =
        "EXISTS (SELECT FROM agentiq.workflow_incidents n WHERE n.tenant_id = i.tenant_id AND n.instance_id = i.id AND n.resolved_at IS NULL)";

    private const string FoundBySearch =
        """
        (i.correlation_id ILIKE @Search OR i.name ILIKE @Search OR i.definition_id ILIKE @Search OR i.id::text ILIKE @Search
         OR i.definition_id IN (SELECT v.definition_id FROM agentiq.workflow_versions v WHERE v.is_latest AND v.name ILIKE @Search))
        """;

    private readonly List<string> _conditions = ["i.tenant_id = @TenantId"];

    private InstanceConditions(Guid tenantId) => Parameters.Add("TenantId", tenantId);

    public DynamicParameters Parameters { get; } = new();

    /// <summary>To stand after WHERE.</summary>
    public string Sql => string.Join("\n  AND ", _conditions);

    public static InstanceConditions Of(TenantScope scope, InstanceFilter filter)
    {
        var conditions = new InstanceConditions(scope.TenantId);
        conditions.AddAny("i.id", "Ids", filter.Ids);
        conditions.AddAny("i.definition_id", "DefinitionIds", filter.DefinitionIds);
        conditions.AddAny("i.version_id", "VersionIds", filter.VersionIds);
        conditions.AddAny("i.correlation_id", "CorrelationIds", filter.CorrelationIds);
        conditions.AddAny("i.parent_instance_id", "ParentIds", filter.ParentIds);
        conditions.AddAny("i.sub_status", "SubStatuses", filter.SubStatuses?.Select(SubStatusNames.Of).ToList());
        if (filter.Version is { } version)
        {
            conditions.Add("i.version = @Version", "Version", version);
        }

        if (filter.Statuses?.Distinct().ToList() is [var status])
        {
            conditions._conditions.Add(status == WorkflowStatus.Running ? "i.finished_at IS NULL" : "i.finished_at IS NOT NULL");
        }

        if (filter.HasIncidents is { } hasIncidents)
        {
            conditions._conditions.Add(hasIncidents ? HasOpenIncident : $"NOT {HasOpenIncident}");
        }

        conditions.AddTimes(filter.Times ?? []);
        conditions.AddSearch(filter.SearchTerm?.Trim());
        return conditions;
    }

    private void AddTimes(IReadOnlyList<InstanceTimeFilter> times)
    {
        for (var i = 0; i < times.Count; i++)
        {
            Add($"{Column(times[i].Column)} {Operator(times[i].Operator)} @Time{i}", $"Time{i}", times[i].Timestamp.ToUniversalTime());
        }
    }

    private void AddSearch(string? term)
    {
        if (string.IsNullOrEmpty(term))
        {
            return;
        }

        if (Guid.TryParse(term, out var id))
        {
            Add("(i.id = @SearchedId OR i.correlation_id = @Search)", "SearchedId", id);
            Parameters.Add("Search", term);
        }
        else
        {
            Add(FoundBySearch, "Search", $"%{Like(term)}%");
        }
    }

    private void AddAny<T>(string column, string name, IReadOnlyList<T>? values)
    {
        if (values is { Count: > 0 })
        {
            Add($"{column} = ANY(@{name})", name, values.ToArray());
        }
    }

    private void Add(string condition, string name, object value)
    {
        _conditions.Add(condition);
        Parameters.Add(name, value);
    }

    /// <summary>What people type is text, not a pattern.</summary>
    private static string Like(string term) =>
        term.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);

    private static string Column(InstanceTime column) => column switch
    {
        InstanceTime.CreatedAt => "i.created_at",
        InstanceTime.UpdatedAt => "i.updated_at",
        _ => "i.finished_at",
    };

    private static string Operator(TimeComparison comparison) => comparison switch
    {
        TimeComparison.Is => "=",
        TimeComparison.IsNot => "IS DISTINCT FROM",
        TimeComparison.LessThan => "<",
        TimeComparison.GreaterThan => ">",
        TimeComparison.LessThanOrEqual => "<=",
        _ => ">=",
    };
}
