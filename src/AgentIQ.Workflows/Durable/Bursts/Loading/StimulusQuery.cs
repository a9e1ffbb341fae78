using AgentIQ.Workflows.Durable.Definitions;
using AgentIQ.Workflows.Durable.Queue;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>
/// Finds whom the stimuli of a wave are for. Three statements instead of one with ORs, because each goes through another index;
/// only those that the wave needs are sent.
/// </summary>
internal static class StimulusQuery
{
    private const string Sql =
        """
        SELECT s.n, b.instance_id, b.number, i.lane
        FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::boolean[]) WITH ORDINALITY AS s (tenant_id, name, correlation_id, instance_id, is_sandbox, n)
        JOIN agentiq.workflow_bookmarks b ON b.tenant_id = s.tenant_id AND b.name = s.name AND b.is_event AND {0}
        JOIN agentiq.workflow_instances i ON i.tenant_id = b.tenant_id AND i.id = b.instance_id AND i.is_sandbox = coalesce(s.is_sandbox, {1})
        ORDER BY s.n, b.instance_id, b.number
        """;

    /// <summary>Whichever world the instance is of.</summary>
    private const string Either = "i.is_sandbox";

    private static readonly string CorrelatedSql = With("b.correlation_id = s.correlation_id AND (s.instance_id IS NULL OR b.instance_id = s.instance_id)", Either);
    private static readonly string ForInstanceSql = With("b.instance_id = s.instance_id", Either);
    private static readonly string BroadcastSql = With("true", "false");

    public static void Add(Reads reads, IReadOnlyList<WorkItem> items, Dictionary<Guid, StimulusRoute> routes)
    {
        var stimuli = items.Where(i => i.Kind == WorkKind.Signal).Select(i => (Item: i, Route: new StimulusRoute(Payload.Read<Stimulus>(i)))).ToList();
        foreach (var (item, route) in stimuli)
        {
            routes.Add(item.Id, route);
        }

        Bookmarks(reads, CorrelatedSql, stimuli.FindAll(s => s.Route.Stimulus.CorrelationId is not null));
        Bookmarks(reads, ForInstanceSql, stimuli.FindAll(s => s.Route.Stimulus is { CorrelationId: null, InstanceId: not null }));
        Bookmarks(reads, BroadcastSql, stimuli.FindAll(s => s.Route.Stimulus is { CorrelationId: null, InstanceId: null }));
        Triggers(reads, stimuli.FindAll(s => s.Route.Stimulus.InstanceId is null));
    }

    private static void Bookmarks(Reads reads, string sql, List<(WorkItem Item, StimulusRoute Route)> stimuli)
    {
        if (stimuli.Count > 0)
        {
            reads.Add(
                sql,
                reader => stimuli[(int)reader.GetInt64(0) - 1].Route.Bookmarks.Add(new RoutedBookmark(reader.GetGuid(1), reader.GetInt32(2), reader.GetInt64(3))),
                stimuli.Select(s => s.Item.TenantId).ToArray(), stimuli.Select(s => s.Route.Stimulus.Name).ToArray(),
                stimuli.Select(s => s.Route.Stimulus.CorrelationId).ToArray(), stimuli.Select(s => s.Route.Stimulus.InstanceId).ToArray(),
                stimuli.Select(s => s.Route.Stimulus.Sandbox).ToArray());
        }
    }

    private static void Triggers(Reads reads, List<(WorkItem Item, StimulusRoute Route)> stimuli)
    {
        var names = stimuli.Select(s => (s.Item.TenantId, s.Route.Stimulus.Name)).Distinct().ToList();
        if (names.Count > 0)
        {
            reads.Add(
                PublishedSql.TriggeredBy,
                reader => Triggered(stimuli, reader),
                names.Select(n => n.TenantId).ToArray(), names.Select(n => n.Name).ToArray());
        }
    }

    private static void Triggered(List<(WorkItem Item, StimulusRoute Route)> stimuli, NpgsqlDataReader reader)
    {
        var (tenant, name, definition) = (reader.GetGuid(0), reader.GetString(1), reader.GetString(2));
        foreach (var (item, route) in stimuli)
        {
            if (item.TenantId == tenant && route.Stimulus.Name == name)
            {
                route.Triggers.Add(definition);
            }
        }
    }

    private static string With(string condition, string world) =>
        Sql.Replace("{0}", condition, StringComparison.Ordinal).Replace("{1}", world, StringComparison.Ordinal);
}
