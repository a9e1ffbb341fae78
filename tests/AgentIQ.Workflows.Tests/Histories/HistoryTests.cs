using System.Text.Json.Nodes;

namespace AgentIQ.Workflows.Tests.Histories;

/// <summary>
/// Every version of the interpreter goes the way that earlier ones went: instances that began under an old release end under a new one.
/// The README beside the files says how to record.
/// </summary>
public sealed class HistoryTests
{
    private static readonly bool Records = Environment.GetEnvironmentVariable("AGENTIQ_RECORD_HISTORIES") is "1";

    public static TheoryData<string> Names => [.. HistoryFiles.Names];

    public static TheoryData<string> Ways => [.. LifecycleWays.All.Select(w => w.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_recorded_history_happens_again(string name)
    {
        var history = HistoryFiles.Read(name);

        (await HistoryReplay.FirstDifferenceAsync(history, HistoryFiles.Definition(history.Definition))).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_main_way_is_recorded_on_the_definition_that_ships(string name)
    {
        var way = LifecycleWays.All.Single(w => w.Name == name);
        if (Records)
        {
            (await way.RecordAsync(LifecycleWays.DefinitionId, LifecycleWays.StandIns, LifecycleWays.Waits)).Write(HistoryFiles.PathOf(name));
        }

        var text = HistoryFiles.Shipped(LifecycleWays.DefinitionId);
        string[] shipped = [HistoryFiles.NameOf(LifecycleWays.DefinitionId, text), .. HistoryFiles.ShippedUses(text).Select(used => HistoryFiles.NameOf(used.Key, used.Value))];
        HistoryFiles.Names.Where(n => n == name || n.StartsWith(name + ".", StringComparison.Ordinal)).Select(HistoryFiles.Read)
            .ShouldContain(
                history => IsOf(history, shipped),
                $"workflows/{LifecycleWays.DefinitionId}.json or what it uses has changed: rename {name}.json to {name}.OLD.json and record it anew with AGENTIQ_RECORD_HISTORIES=1");
    }

    [Fact]
    public async Task A_changed_definition_is_caught_at_the_first_event_that_differs()
    {
        var history = HistoryFiles.Read("lifecycle-escalated-by-time");
        var changed = JsonNode.Parse(HistoryFiles.Definition(history.Definition))!;
        changed["root"]!["connections"]!.AsArray().Single(c => c!["source"]!["port"]!.GetValue<string>() == "Late")!["target"]!["activity"] = "resolve";

        (await HistoryReplay.FirstDifferenceAsync(history, changed.ToJsonString())).ShouldBe(
            "Nobody answers in time: it is escalated twice, then a person answers.: burst 2 (due #11), event 3: expected #12 escalation Started, got #12 resolve Started");
    }

    [Fact]
    public async Task An_interpreter_that_does_less_is_caught()
    {
        var history = HistoryFiles.Read("lifecycle-closed-without-reply");

        var difference = await HistoryReplay.FirstDifferenceAsync(history, HistoryFiles.Definition(history.Definition), maxSteps: 3);

        difference.ShouldNotBeNull().ShouldEndWith("expected #4 receive Started, got no further event");
    }

    [Fact]
    public async Task An_input_that_evaluates_to_another_value_is_caught()
    {
        var history = HistoryFiles.Read("lifecycle-closed-without-reply");
        var changed = HistoryFiles.Definition(history.Definition).Replace("\"rating_only\"", "\"something_else\"", StringComparison.Ordinal);

        (await HistoryReplay.FirstDifferenceAsync(history, changed)).ShouldNotBeNull().ShouldContain("closeRatingOnly Started with");
    }

    [Fact]
    public async Task A_definition_that_no_longer_fits_its_activities_is_refused()
    {
        var history = HistoryFiles.Read("lifecycle-answered-by-a-person");
        var changed = HistoryFiles.Definition(history.Definition).Replace("\"type\": \"AgentIQ.WaitForReply\"", "\"type\": \"AgentIQ.Resolve\"", StringComparison.Ordinal);

        await Should.ThrowAsync<Workflows.Definitions.InvalidDefinitionException>(
            () => HistoryReplay.FirstDifferenceAsync(history, changed), "the lifecycle's connections name outcomes that Resolve does not have");
    }

    private static bool IsOf(History history, string[] definitions) => definitions.SequenceEqual([history.Definition, .. history.Uses ?? []]);
}
