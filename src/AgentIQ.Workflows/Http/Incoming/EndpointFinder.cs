using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable;
using AgentIQ.Workflows.Durable.Definitions;

namespace AgentIQ.Workflows.Http.Incoming;

/// <summary>
/// Finds the endpoint of a path: among what the tenant has published and among what its instances wait for. The most specific template
/// wins; where both a start and a waiting instance fit, a request that names its instance or correlation means that one, others start.
/// A trial run is reached only by a request that names it: nothing real may end in one.
/// </summary>
internal sealed class EndpointFinder(WorkflowCatalog catalog)
{
    private const string TriggersSql =
        """
        SELECT p.definition_id, p.version_id, name
        FROM agentiq.workflow_published p, unnest(p.trigger_names) AS name
        WHERE (p.tenant_id = $1 OR p.tenant_id IS NULL) AND name LIKE 'http:%'
        """;

    private const string TemplatesSql = "SELECT DISTINCT name FROM agentiq.workflow_bookmarks WHERE tenant_id = $1 AND name LIKE 'http:%'";

    private const string WaitingSql =
        """
        SELECT b.instance_id, b.number, b.activity_id, i.version_id
        FROM agentiq.workflow_bookmarks b
        JOIN agentiq.workflow_instances i ON i.tenant_id = b.tenant_id AND i.id = b.instance_id
        WHERE b.tenant_id = $1 AND b.name = $2 AND b.is_event
          AND ($3::uuid IS NULL OR b.instance_id = $3) AND ($4::text IS NULL OR b.correlation_id = $4)
          AND ($3::uuid IS NOT NULL OR NOT i.is_sandbox)
        LIMIT 2
        """;

    /// <exception cref="EndpointNotFoundException">None, none for the method, or several instances that wait.</exception>
    public async Task<EndpointMatch> FindAsync(TenantScope scope, string method, string path, Guid? instanceId, string? correlationId, CancellationToken ct)
    {
        var triggers = await TriggersAsync(scope, ct);
        var names = triggers.Select(t => t.Name).Concat(await TemplatesAsync(scope, ct)).Distinct(StringComparer.Ordinal);
        var fitting = (from name in names
                       let endpoint = EndpointName.Parse(name)
                       where endpoint is not null
                       let values = EndpointRoute.Match(endpoint.Value.Template, path)
                       where values is not null
                       orderby EndpointRoute.Precedence(endpoint.Value.Template)
                       select (Name: name, endpoint.Value.Method, Values: values)).ToList();
        if (fitting.Count == 0)
        {
            throw new EndpointNotFoundException(404, "No workflow of this tenant waits for this path.");
        }

        var (found, _, route) = fitting.Find(f => f.Method == method);
        if (found is null)
        {
            throw new EndpointNotFoundException(405, $"The workflow takes {string.Join(", ", fitting.Select(f => f.Method).Distinct(StringComparer.Ordinal))} here.");
        }

        var starts = triggers.Where(t => t.Name == found).ToList();
        if (starts.Count == 0 || instanceId is not null || correlationId is not null)
        {
            if (await WaitingAsync(scope, found, route, instanceId, correlationId, isNeeded: starts.Count == 0, ct) is { } waiting)
            {
                return waiting;
            }
        }

        return starts.Count == 1
            ? await StartAsync(scope, starts[0], route, ct)
            : throw new EndpointNotFoundException(409, $"{starts.Count} workflows start at this path: {string.Join(", ", starts.Select(s => s.DefinitionId))}. Only one may.");
    }

    private async Task<EndpointMatch> StartAsync(TenantScope scope, (string DefinitionId, string VersionId, string Name) start, Microsoft.AspNetCore.Routing.RouteValueDictionary route, CancellationToken ct)
    {
        var workflow = await catalog.GetAsync(scope, start.VersionId, ct);
        return new EndpointMatch(start.Name, route, EndpointReader.Read(workflow.Triggers[start.Name]), start.DefinitionId, InstanceId: null, Bookmark: 0);
    }

    private async Task<EndpointMatch?> WaitingAsync(
        TenantScope scope, string name, Microsoft.AspNetCore.Routing.RouteValueDictionary route, Guid? instanceId, string? correlationId, bool isNeeded, CancellationToken ct)
    {
        var found = new List<(Guid InstanceId, int Number, string ActivityId, string VersionId)>();
        await using (var command = Sql.Command(scope.Connection, WaitingSql, scope.TenantId, name, instanceId, correlationId))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                found.Add((reader.GetGuid(0), reader.GetInt32(1), reader.GetString(2), reader.GetString(3)));
            }
        }

        if (found is [var only])
        {
            var node = (await catalog.GetAsync(scope, only.VersionId, ct)).FindById(only.ActivityId);
            return node?.Descriptor.ClrType == typeof(Activities.Builtin.HttpEndpoint)
                ? new EndpointMatch(name, route, EndpointReader.Read(node), DefinitionId: null, only.InstanceId, only.Number)
                : null;
        }

        return found.Count == 0 && !isNeeded
            ? null
            : throw (found.Count == 0
                ? new EndpointNotFoundException(404, "No workflow instance waits for this path with that instance or correlation.")
                : new EndpointNotFoundException(409, "Several workflow instances wait for this path. Say which with ?workflowInstanceId= or ?correlationId=."));
    }

    private static async Task<List<(string DefinitionId, string VersionId, string Name)>> TriggersAsync(TenantScope scope, CancellationToken ct)
    {
        var found = new List<(string, string, string)>();
        await using var command = Sql.Command(scope.Connection, TriggersSql, scope.TenantId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            found.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }

        return found;
    }

    private static async Task<List<string>> TemplatesAsync(TenantScope scope, CancellationToken ct)
    {
        var found = new List<string>();
        await using var command = Sql.Command(scope.Connection, TemplatesSql, scope.TenantId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
