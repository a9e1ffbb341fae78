using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Facts;
using AgentIQ.Server.Commands;
using AgentIQ.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Server.Tests.Commands;

/// <summary><c>rules replay</c> and <c>rules backtest</c> beside a running server, on its database.</summary>
public sealed class RulesHistoryTests : IAsyncLifetime
{
    private static readonly Guid Interaction = Guid.Parse("00000000-0000-7000-8000-0000000000c1");
    private readonly RuleFiles _files = new();
    private readonly Shell _shell = new();
    private Desk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await Desk.StartAsync();
        await DecideAsync("danger");
        await DecideAsync("ordinary");
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        _shell.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task Recorded_decisions_are_made_again_and_compared()
    {
        (await RunAsync("replay", "--interaction", Interaction.ToString())).ShouldBe(ExitCode.Ok, _shell.Error);

        var lines = _shell.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines[0].ShouldEndWith("  sla  sla platform-1: same");
        lines[2].ShouldBe("2 the same, 0 different, 0 could not be made again");
    }

    [Fact]
    public async Task An_interaction_without_decisions_is_a_failure_that_says_so()
    {
        (await RunAsync("replay", "--interaction", Guid.Empty.ToString())).ShouldBe(ExitCode.Failure);

        _shell.Output.ShouldBeEmpty();
        _shell.Error.ShouldContain("--interaction: expected an interaction with recorded decisions");
    }

    [Fact]
    public async Task A_draft_is_compared_with_the_version_in_force()
    {
        var shipped = JsonSerializer.Deserialize<System.Text.Json.Nodes.JsonObject>(await File.ReadAllTextAsync(Path.Combine(ShippedFolder.Of("rules"), "sla.json"), TestContext.Current.CancellationToken))!;
        foreach (var row in shipped["tables"]!.AsArray().SelectMany(table => table!["rows"]!.AsArray()).Where(row => row!["id"]!.GetValue<string>() == "danger"))
        {
            row!["then"]!["first_response_minutes"] = 16;
        }

        (await RunAsync(
            "backtest", "--json", "--file", _files.Add("draft.json", shipped.ToJsonString()), "--seller", Desk.Seller.ToString(), "--from", "2020-01-01", "--to", "2200-01-01")).ShouldBe(ExitCode.Ok, _shell.Error);

        var report = JsonElement.Parse(_shell.Output);
        (report.GetProperty("decisions").GetInt64(), report.GetProperty("changed").GetInt64()).ShouldBe((2, 1));
        report.GetProperty("samples")[0].GetProperty("after").GetProperty("first_response_minutes").GetInt32().ShouldBe(16);
        _shell.Error.ShouldContain("2 of 2 decisions, 1 changed");
    }

    [Fact]
    public async Task A_seller_without_a_draft_is_told_so()
    {
        (await RunAsync("backtest", "--set", "sla", "--seller", Desk.Seller.ToString(), "--from", "2020-01-01", "--to", "2200-01-01")).ShouldBe(ExitCode.Failure);

        _shell.Error.ShouldContain("'sla' has none");
    }

    private Task DecideAsync(string situation)
    {
        var policies = _desk.Services.GetRequiredService<IPolicies>();
        var decision = policies.Current(Desk.Seller, "sla").Evaluate(new FactValues(policies.Catalogue).Set("case", situation));
        return _desk.Services.GetRequiredService<Database>().InTenantAsync(
            Desk.Seller,
            scope => _desk.Services.GetRequiredService<IDecisionLog>().AppendAsync(scope, decision, Interaction, "sla", _desk.Time.GetUtcNow(), TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
    }

    private Task<int> RunAsync(params string[] args) =>
        _shell.RunAsync(["rules", .. args, "--database", _desk.Database.ConnectionString, "--data", _files.Folder, "--log-level", "error"]);
}
