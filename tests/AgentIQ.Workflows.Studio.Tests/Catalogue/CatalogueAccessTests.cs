using AgentIQ.Workflows.Studio.Tests.Support;

namespace AgentIQ.Workflows.Studio.Tests.Catalogue;

public sealed class CatalogueAccessTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private static readonly string[] Reads =
    [
        "/package/version", "/features/installed", "/features/installed/Elsa.Alterations", "/resilience/strategies", "/descriptors/activities",
        "/descriptors/activities/Elsa.SetVariable", "/descriptors/expression-descriptors", "/descriptors/variables", "/descriptors/storage-drivers",
        "/descriptors/workflow-activation-strategies", "/descriptors/incident-strategies", "/descriptors/log-persistence-strategies",
        "/descriptors/commit-strategies/workflows", "/descriptors/commit-strategies/activities", "/descriptors/output-converters?sourceType=String&destinationType=Int32",
    ];

    private static readonly string[] Posts = ["/descriptors/activities/Elsa.HttpEndpoint/options/SupportedMethods", "/scripting/javascript/type-definitions/none"];

    [Fact]
    public async Task Nobody_is_refused()
    {
        var host = shared.Host;
        using var nobody = host.As(null);
        foreach (var route in Reads)
        {
            (await nobody.GetAsync(route)).Status.ShouldBe(401, route);
        }

        foreach (var route in Posts)
        {
            (await nobody.PostAsync(route, "{}")).Status.ShouldBe(401, route);
        }
    }

    [Fact]
    public async Task Operators_may_read_all_of_it()
    {
        var host = shared.Host;
        using var client = host.As(Person.Operator);
        foreach (var route in Reads.Where(r => !r.EndsWith("Elsa.Alterations", StringComparison.Ordinal)))
        {
            (await client.GetAsync(route)).Status.ShouldBe(200, route);
        }

        foreach (var route in Posts)
        {
            (await client.PostAsync(route, "{}")).Status.ShouldBe(200, route);
        }
    }
}
