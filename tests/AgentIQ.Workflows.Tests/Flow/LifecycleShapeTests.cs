using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Flow;

/// <summary>
/// The shape of the shipped lifecycle as it was before its child workflows, which running instances still have: loops around a wait, one
/// inside the other, and an end that many ways lead to, most of them dead in most rounds.
/// </summary>
public sealed class LifecycleShapeTests
{
    private static readonly string Shape = Define.Flow(
        [Decision("receive", "false"), Switch("wait"), "escalate", Switch("send"), Switch("confirm"), Event("moderation", "Moderated"), "returned", "resolve", "close"],
        "receive.True>resolve receive.False>ask ask>wait wait.Late>escalate escalate>ask wait.Replied>send wait.Outside>resolve send.Sent>confirm send.Outside>resolve send.Failed>returned returned>ask "
        + "confirm.Published>resolve confirm.Outside>resolve confirm.Later>moderation moderation>confirm confirm.Rejected>returned resolve>close");

    [Theory]
    [InlineData("Replied Sent Published", "resolve close")]
    [InlineData("Late Late Replied Sent Published", "escalate escalate resolve close")]
    [InlineData("Late Outside", "escalate resolve close")]
    [InlineData("Outside", "resolve close")]
    [InlineData("Replied Failed Replied Sent Published", "returned resolve close")]
    [InlineData("Replied Sent Later Later Published", "resolve close")]
    [InlineData("Late Replied Sent Rejected Late Replied Outside", "escalate returned escalate resolve close")]
    [InlineData("Late Replied Sent Later Rejected Replied Sent Later Outside", "escalate returned resolve close")]
    public async Task Every_way_through_reaches_the_end_once(string outcomes, string lines)
    {
        var withAsk = Shape.Replace("\"activities\":[", "\"activities\":[" + Event("ask", "Go").ToJsonString() + ",", StringComparison.Ordinal);
        var script = outcomes.Split(' ');
        var run = new InMemory(withAsk.Replace("\"variables\":[]", $"\"variables\":[{System.Text.Json.JsonSerializer.Serialize(Variable("o", "String", string.Join(' ', script)))},{System.Text.Json.JsonSerializer.Serialize(Variable("n", "Int32", "0"))}]", StringComparison.Ordinal));
        run.Diagnostics.Where(d => d.Severity > Workflows.Definitions.DiagnosticSeverity.Warning).ShouldBeEmpty();
        await run.StartAsync();
        while (await run.SignalAsync("Go") || await run.SignalAsync("Moderated"))
        {
        }

        string.Join(' ', run.Lines).ShouldBe(lines);
        run.Instance.SubStatus.ShouldBe(Execution.WorkflowSubStatus.Finished);
    }

    /// <summary>Takes the next of the outcomes that the variable lists.</summary>
    private static System.Text.Json.Nodes.JsonObject Switch(string id)
    {
        string[] labels = id switch
        {
            "wait" => ["Late", "Replied", "Outside"],
            "send" => ["Sent", "Outside", "Failed"],
            _ => ["Published", "Outside", "Later", "Rejected"],
        };
        var cases = labels.Select((label, i) => new
        {
            label,
            condition = new { type = "JavaScript", value = (i == 0 ? "setVariable('n', variables.n + 1), " : "") + $"variables.o.split(' ')[variables.n - 1] === '{label}'" },
        });
        return Of(id, "Elsa.FlowSwitch", ("cases", cases));
    }
}
