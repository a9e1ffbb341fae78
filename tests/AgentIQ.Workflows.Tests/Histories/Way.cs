using System.Text.Json.Nodes;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Tests.Histories;

/// <summary>How to record a history: what comes in, and what the activities answer.</summary>
/// <param name="Name">The history's file name.</param>
/// <param name="About">The way in one line.</param>
/// <param name="Steps">What comes in, in order: <c>event NAME</c>, <c>due</c>, <c>effect</c>, <c>retry</c> or <c>cancel</c>; the start goes without saying.</param>
/// <param name="Answers">
/// What activities answer call by call, by their id: an outcome, <c>wait</c>, or <c>!message</c> for a fault. Without an answer a step is
/// Done, an effect is asked for first, and a wait waits first.
/// </param>
internal sealed record Way(string Name, string About, string[] Steps, Dictionary<string, string> Answers)
{
    public override string ToString() => Name;

    /// <summary>Runs the way on a definition and writes down what happens.</summary>
    public async Task<History> RecordAsync(string definitionId, IReadOnlyDictionary<string, StandIn> standIns, Func<string, DateTimeOffset, HistoryWait[]> waits)
    {
        var text = HistoryFiles.Shipped(definitionId);
        var uses = HistoryFiles.ShippedUses(text);
        HistoryRun? run = null;
        run = new HistoryRun(text, uses.Values, standIns, new WayAnswers(this, id => Kind(run!, standIns, id), id => waits(id, run!.Time.GetUtcNow())));
        var file = HistoryFiles.NameOf(definitionId, text);
        HistoryFiles.KeepDefinition(file, text);
        foreach (var (id, used) in uses)
        {
            HistoryFiles.KeepDefinition(HistoryFiles.NameOf(id, used), used);
        }

        var bursts = new List<HistoryBurst> { await run.ApplyAsync(new HistoryInput("start", Payload: new JsonObject())) };
        foreach (var step in Steps)
        {
            run.Time.Advance(TimeSpan.FromMinutes(3));
            bursts.Add(await run.ApplyAsync(Input(run, step)));
        }

        return new History(About, file, new SortedDictionary<string, StandIn>(standIns.ToDictionary()), bursts)
        {
            Uses = [.. uses.Select(used => HistoryFiles.NameOf(used.Key, used.Value))],
        };
    }

    private static ActivityKind Kind(HistoryRun run, IReadOnlyDictionary<string, StandIn> standIns, string activityId) =>
        standIns[run.Instance.Workflow.FindById(activityId)!.Descriptor.TypeName].Kind;

    private static HistoryInput Input(HistoryRun run, string step)
    {
        var instance = run.Instance;
        if (step.StartsWith("event ", StringComparison.Ordinal))
        {
            var name = step["event ".Length..];
            return new HistoryInput("event", instance.Bookmarks.First(b => b.Name == name).Execution.Number, name);
        }

        switch (step)
        {
            case "due":
                var next = instance.Bookmarks.Where(b => b.Due is not null).MinBy(b => b.Due)!;
                if (next.Due > run.Time.GetUtcNow())
                {
                    run.Time.SetUtcNow(next.Due.Value);
                }

                return new HistoryInput("due", next.Execution.Number);
            case "effect":
                return new HistoryInput("effect", instance.Effects[0].Execution.Number);
            case "retry":
                return new HistoryInput("retry", instance.Incidents[0].Execution);
            default:
                return new HistoryInput(step);
        }
    }

    private sealed class WayAnswers(Way way, Func<string, ActivityKind> kindOf, Func<string, HistoryWait[]> waitsOf) : StandInResults
    {
        private readonly Dictionary<string, Queue<string>> _answers = way.Answers.ToDictionary(a => a.Key, a => new Queue<string>(a.Value.Split(", ")));
        private readonly HashSet<int> _called = [];

        public override StandInResult Next(int execution, string activityId)
        {
            var isFirst = _called.Add(execution);
            var kind = kindOf(activityId);
            if (isFirst && kind is ActivityKind.Wait or ActivityKind.Effect && _answers.GetValueOrDefault(activityId)?.FirstOrDefault()?.StartsWith('!') is not true)
            {
                return new StandInResult(Waits: kind == ActivityKind.Wait ? waitsOf(activityId) : []);
            }

            var answer = _answers.GetValueOrDefault(activityId)?.TryDequeue(out var told) is true ? told : OutcomeNames.Done;
            return answer switch
            {
                "wait" => new StandInResult(Waits: []),
                _ when answer.StartsWith('!') => new StandInResult(Fault: answer[1..]),
                _ => new StandInResult(Outcomes: [answer]),
            };
        }
    }
}
