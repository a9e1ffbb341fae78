using AgentIQ.Bench.Hosting;
using AgentIQ.Workflows;
using AgentIQ.Workflows.Durable;
using Npgsql;

namespace AgentIQ.Bench.Workflow;

/// <summary>What one real instance left in the database: the sizes of the rows that the bare SQL has to write.</summary>
/// <param name="State">The instance's state.</param>
/// <param name="Journal">The packed journal of its last burst.</param>
internal sealed record Template(byte[] State, byte[] Journal)
{
    private const string Sql =
        """
        SELECT i.state, (SELECT b.journal FROM agentiq.workflow_bursts b WHERE b.tenant_id = i.tenant_id AND b.instance_id = i.id ORDER BY b.id DESC LIMIT 1)
        FROM agentiq.workflow_instances i WHERE i.tenant_id = $1 AND i.correlation_id = $2
        """;

    public static async Task<Template> ReadAsync(BenchServer server, string correlation, CancellationToken ct)
    {
        await using var connection = await server.Database.Engine.OpenConnectionAsync(ct);
        await using var command = AgentIQ.Workflows.Durable.Sql.Command(connection, Sql, Workload.Tenant, correlation);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new Template(reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1));
    }
}
