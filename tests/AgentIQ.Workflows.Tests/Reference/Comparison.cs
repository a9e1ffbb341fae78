using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Tests.Reference;

/// <summary>Runs one definition in the interpreter and in the reference, with the same choices, and says where they part.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Mode">How flowcharts join.</param>
/// <param name="Choices">Seed of what is resumed, and whether and when it is cancelled.</param>
/// <param name="StepsPerBurst">Where the interpreter's bursts are cut.</param>
internal sealed record Comparison(JsonObject Definition, FlowchartMode Mode, int Choices, int StepsPerBurst)
{
    /// <summary>What the last run compared: journal entries, and where the instance ended.</summary>
    public (int Entries, string End) Compared { get; private set; }

    private const int MaxSteps = 1500;
    private const int MaxResumes = 60;

    /// <summary>Null: they agree, or the definition runs too long to tell.</summary>
    public async Task<string?> DifferenceAsync()
    {
        var reference = new ReferenceRun(Definition, Mode == FlowchartMode.Token);
        var run = new InMemory(Definition.ToJsonString(), typeof(Plan), typeof(Count)) { Mode = Mode, MaxSteps = StepsPerBurst };
        var choices = new Random(Choices);
        try
        {
            reference.Start();
            if (reference.Steps > MaxSteps)
            {
                return null;
            }

            await run.StartAsync();
            for (var resumes = 0; ; resumes++)
            {
                while (run.Instance.SubStatus == WorkflowSubStatus.Executing)
                {
                    await run.ContinueAsync();
                }

                Compared = (reference.Journal.Count, reference.SubStatus);
                if (Parting(reference, run) is { } parting)
                {
                    return parting;
                }

                if (reference.Waiting.Count == 0 || reference.SubStatus != "Suspended" || resumes == MaxResumes || reference.Steps > MaxSteps)
                {
                    return null;
                }

                if (choices.Next(40) == 0)
                {
                    reference.Cancel();
                    await run.CancelAsync();
                    return Parting(reference, run);
                }

                var next = choices.Next(reference.Waiting.Count);
                reference.Resume(reference.Waiting[next]);
                await run.MeetAsync(next);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return e.ToString();
        }
    }

    private static string? Parting(ReferenceRun reference, InMemory run)
    {
        for (var i = 0; i < Math.Max(reference.Journal.Count, run.Journal.Count); i++)
        {
            var (expected, actual) = (reference.Journal.ElementAtOrDefault(i), run.Journal.ElementAtOrDefault(i));
            if (expected != actual)
            {
                return $"journal[{i}]: expected {expected ?? "its end"}, got {actual ?? "its end"}, after {string.Join(' ', reference.Journal.Take(i).TakeLast(12))}";
            }
        }

        var waiting = string.Join(' ', run.Instance.Bookmarks.Where(b => b.Execution.Status == ExecutionStatus.Running).Select(b => b.Execution.Node.Id));
        var expectedWaiting = string.Join(' ', reference.Waiting.Select(e => e.Id));
        return run.Instance.SubStatus.ToString() != reference.SubStatus ? $"expected {reference.SubStatus}, got {run.Instance.SubStatus}"
            : waiting != expectedWaiting ? $"expected to wait for {expectedWaiting}, waits for {waiting}"
            : null;
    }

    public override string ToString() => $"mode {Mode}, choices {Choices}, steps per burst {StepsPerBurst}, definition\n{Definition.ToJsonString(new JsonSerializerOptions { WriteIndented = false })}";
}
