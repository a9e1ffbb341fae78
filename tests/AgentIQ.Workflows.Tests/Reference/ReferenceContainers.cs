using System.Text.Json.Nodes;

namespace AgentIQ.Workflows.Tests.Reference;

/// <summary>How each container begins, and what it does when a child is done.</summary>
internal static class ReferenceContainers
{
    public static void Begin(ReferenceRun run, ReferenceExecution at)
    {
        switch (at.Type)
        {
            case "Elsa.Sequence":
                InTurn(run, at, List(at, "activities"), endsAtTerminal: true);
                break;
            case "Elsa.Parallel":
                AtOnce(run, at, List(at, "activities"), isFirstEnough: false);
                break;
            case "Elsa.Fork":
                AtOnce(run, at, List(at, "branches"), at.Activity["joinMode"]!.ToString() == "WaitAny");
                break;
            case "Elsa.FlowNode":
                AtOnce(run, at, One(at, "body"), isFirstEnough: false);
                break;
            case "Elsa.If":
                AtOnce(run, at, One(at, run.Holds(at.Activity["condition"]) ? "then" : "else"), isFirstEnough: false);
                break;
            case "Elsa.Switch":
                AtOnce(run, at, Cases(run, at), isFirstEnough: false);
                break;
            case "Elsa.For":
                InTurn(run, at, Repeat(at, Number(at, "end") - Number(at, "start") + 1), endsAtTerminal: false);
                break;
            case "Elsa.ForEach":
                InTurn(run, at, Repeat(at, Items(at)), endsAtTerminal: false);
                break;
            case "Elsa.ParallelForEach":
                AtOnce(run, at, Repeat(at, Items(at)), isFirstEnough: false);
                break;
            case "Elsa.While":
                While(run, at);
                break;
            case "Elsa.Flowchart" when run.UsesTokens:
                new ReferenceTokens(run, at).Begin();
                break;
            case "Elsa.Flowchart":
                new ReferenceCounters(run, at).Begin();
                break;
            default:
                throw new NotSupportedException(at.Type);
        }
    }

    private static void InTurn(ReferenceRun run, ReferenceExecution at, List<JsonObject> activities, bool endsAtTerminal)
    {
        var left = new Queue<JsonObject>(activities);
        at.ChildDone = (child, _) => Next(at.IsBreaking || (endsAtTerminal && child.IsTerminal));
        Next(isOver: false);

        void Next(bool isOver)
        {
            if (!isOver && left.TryDequeue(out var next))
            {
                run.Schedule(next, at);
            }
            else
            {
                run.Complete(at, ["Done"]);
            }
        }
    }

    private static void AtOnce(ReferenceRun run, ReferenceExecution at, List<JsonObject> activities, bool isFirstEnough)
    {
        var left = activities.Count;
        at.ChildDone = (_, _) =>
        {
            left--;
            if (left == 0 || isFirstEnough || (at.IsBreaking && at.Type == "Elsa.Fork"))
            {
                run.Complete(at, ["Done"]);
            }
        };
        activities.ForEach(a => run.Schedule(a, at));
        if (left == 0)
        {
            run.Complete(at, ["Done"]);
        }
    }

    private static void While(ReferenceRun run, ReferenceExecution at)
    {
        at.ChildDone = (_, _) => Next();
        Next();

        void Next()
        {
            if (!at.IsBreaking && run.Holds(at.Activity["condition"]) && at.Activity["body"] is JsonObject body)
            {
                run.Schedule(body, at);
            }
            else
            {
                run.Complete(at, ["Done"]);
            }
        }
    }

    private static List<JsonObject> List(ReferenceExecution at, string name) => [.. at.Activity[name]!.AsArray().Select(a => a!.AsObject())];

    private static List<JsonObject> One(ReferenceExecution at, string port) => at.Activity[port] is JsonObject embedded ? [embedded] : [];

    private static List<JsonObject> Repeat(ReferenceExecution at, int times) => at.Activity["body"] is JsonObject body ? [.. Enumerable.Repeat(body, Math.Max(0, times))] : [];

    private static List<JsonObject> Cases(ReferenceRun run, ReferenceExecution at)
    {
        var matches = at.Activity["cases"]!.AsArray().Where(c => run.Holds(c!["condition"])).ToList();
        if (matches.Count == 0)
        {
            return One(at, "default");
        }

        var taken = at.Activity["mode"]!["expression"]!["value"]!.ToString() == "MatchAny" ? matches : [matches[0]];
        return [.. taken.Select(c => c!["activity"]).OfType<JsonObject>()];
    }

    private static int Number(ReferenceExecution at, string input) => at.Activity[input]!["expression"]!["value"]!.GetValue<int>();

    private static int Items(ReferenceExecution at) => JsonNode.Parse(at.Activity["items"]!["expression"]!["value"]!.ToString())!.AsArray().Count;
}
