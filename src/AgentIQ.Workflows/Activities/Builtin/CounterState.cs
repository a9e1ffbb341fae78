using System.Text.Json;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>The counters of one run of a flowchart that counts.</summary>
internal sealed record CounterState(FlowchartPlan plan, int start) : ContainerState
{
    /// <summary>The child that the run began with.</summary>
    public int Start { get; } = start;

    public FlowRoutes Routes { get; } = plan.From(start);

    /// <summary>By connection: how often it was visited.</summary>
    public int[] Visits { get; private init; } = new int[plan.Connections.Length];

    /// <summary>By connection: whether its last visit followed it.</summary>
    public bool[] Followed { get; private init; } = new bool[plan.Connections.Length];

    /// <summary>By child: how often it ran or was skipped because of its forward connections. A way back to it does not count.</summary>
    public int[] Runs { get; private init; } = new int[plan.ChildCount];

    /// <summary>The state when the start has been scheduled.</summary>
    public static CounterState At(FlowchartPlan plan, int start)
    {
        var state = new CounterState(plan, start);
        state.Runs[start]++;
        return state;
    }

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(Start);
        foreach (var visits in Visits)
        {
            writer.WriteNumberValue(visits);
        }

        foreach (var followed in Followed)
        {
            writer.WriteNumberValue(followed ? 1 : 0);
        }

        foreach (var runs in Runs)
        {
            writer.WriteNumberValue(runs);
        }

        writer.WriteEndArray();
    }

    public static CounterState Read(FlowchartPlan plan, StateReader reader)
    {
        var numbers = reader.Numbers();
        var connections = plan.Connections.Length;
        return new CounterState(plan, numbers[0])
        {
            Visits = numbers[1..(connections + 1)],
            Followed = Array.ConvertAll(numbers[(connections + 1)..((2 * connections) + 1)], n => n == 1),
            Runs = numbers[((2 * connections) + 1)..],
        };
    }
}
