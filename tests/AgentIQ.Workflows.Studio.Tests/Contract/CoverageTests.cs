using System.Reflection;

namespace AgentIQ.Workflows.Studio.Tests.Contract;

/// <summary>Every recorded exchange is replayed by some test, but for the routes that we do not have.</summary>
public sealed class CoverageTests
{
    /// <summary>Routes that are not ours: importing uploaded files, updating references, the server's own maintenance, and alterations.</summary>
    private static readonly string[] NotOurs =
        ["063-wd-update-references", "069-wd-import-files", "125-refresh-defs", "126-reload-defs", "137-alteration-dry-run"];

    [Fact]
    public void Every_recorded_exchange_is_replayed()
    {
        var replayed = typeof(CoverageTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<ExchangeAttribute>())
            .Select(exchange => exchange.Name)
            .Distinct(StringComparer.Ordinal)
            .ToList();

        replayed.Concat(NotOurs).ShouldBe(RecordedExchange.All.Keys, ignoreOrder: true);
    }
}
