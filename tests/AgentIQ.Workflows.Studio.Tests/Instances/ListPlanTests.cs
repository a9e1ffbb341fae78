using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Instances;
using AgentIQ.Workflows.Studio.Tests.Support;
using Dapper;

namespace AgentIQ.Workflows.Studio.Tests.Instances;

/// <summary>How the list of instances is read when there are many.</summary>
public sealed class ListPlanTests
{
    private const string ManySql =
        """
        INSERT INTO agentiq.workflow_instances (tenant_id, id, definition_id, version_id, version, lane, sub_status, created_at, updated_at, finished_at)
        SELECT @TenantId, ('019a0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'd' || n % 20, 'v' || n % 20, 1, n, 'Finished', now(), now(), now()
        FROM generate_series(1, 50000) AS n
        """;

    [Fact]
    public async Task The_default_page_reads_the_key_backwards_and_sorts_nothing()
    {
        await using var host = await StudioHost.StartAsync();
        var ct = TestContext.Current.CancellationToken;
        await host.Database.InTenantAsync(Person.Seller, scope => scope.Connection.ExecuteAsync(ManySql, new { scope.TenantId }), ct);
        await using (var owner = await host.Database.Owner.OpenConnectionAsync(ct))
        {
            await owner.ExecuteAsync("ANALYZE agentiq.workflow_instances");
        }

        (await PlanAsync(host, new InstanceFilter { Take = 10 }, ct)).ShouldContain("Index Scan Backward using workflow_instances_pkey");
        (await PlanAsync(host, new InstanceFilter { Take = 10, DefinitionIds = ["d7"] }, ct)).ShouldContain("Index Scan Backward");
        (await PlanAsync(host, new InstanceFilter { Take = 10, CorrelationIds = ["c"] }, ct)).ShouldContain("workflow_instances_correlation");
    }

    private static async Task<string> PlanAsync(StudioHost host, InstanceFilter filter, CancellationToken ct)
    {
        var plan = await host.Database.InTenantAsync(
            Person.Seller,
            async scope =>
            {
                var conditions = InstanceConditions.Of(scope, filter);
                conditions.Parameters.Add("Skip", 0);
                conditions.Parameters.Add("Take", filter.Take);
                return string.Join('\n', await scope.Connection.QueryAsync<string>($"EXPLAIN {InstanceList.PageSql(conditions, filter)}", conditions.Parameters));
            },
            ct);
        plan.ShouldNotContain("Seq Scan on workflow_instances");
        return plan;
    }
}
