using System.Text.Json;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Counts from one number to another and runs its body for each. The bounds are read when the loop starts.</summary>
[Activity("Elsa.For", Category = "Looping", Description = "Repeats an activity for each number of a range.")]
[Port(Body)]
internal sealed class For : ContainerActivity
{
    private const string Body = "Body";

    [Input(Description = "The first number.")]
    public int Start { get; set; }

    [Input(Description = "The last number.")]
    public int End { get; set; }

    [Input(Description = "From one number to the next; negative to count down.", DefaultValue = 1)]
    public int Step { get; set; } = 1;

    [Input(Description = "Whether the last number takes part.", DefaultValue = true)]
    public bool OuterBoundInclusive { get; set; } = true;

    [Output(Description = "The number of this pass.")]
    public object? CurrentValue { get; set; }

    public override BreakAnswer AnswerToBreak => BreakAnswer.EndsHere;

    public override void Execute(ContainerContext context)
    {
        if (Step == 0)
        {
            throw new InvalidOperationException("Expected a step other than 0, which would never reach the end.");
        }

        context.Execution.State ??= new Counter(Start, Step, OuterBoundInclusive ? End : End - (long)Math.Sign(Step));
        Pass(context);
    }

    public override void ChildCompleted(ContainerContext context, Node child, string[] outcomes)
    {
        var counter = (Counter)context.Execution.State!;
        context.Execution.State = counter with { Value = counter.Value + counter.Step };
        Pass(context);
    }

    public override ContainerState ReadState(Node node, StateReader reader) =>
        reader.LongNumbers() is [var value, var step, var last] ? new Counter(value, step, last) : throw new InvalidOperationException($"'{node.NodeId}' has no counter in the stored state.");

    private static void Pass(ContainerContext context)
    {
        var (value, step, last) = (Counter)context.Execution.State!;
        var isOver = step > 0 ? value > last : value < last;
        if (context.IsBreaking || isOver || !context.Node.Ports.TryGetValue(Body, out var body))
        {
            context.Complete();
            return;
        }

        context.WriteOutput(nameof(CurrentValue), (int)value);
        context.Schedule(body, (LoopVariables.Value, (int)value));
    }

    /// <summary>Wider than the inputs, so that the number after the last one always exists.</summary>
    private sealed record Counter(long Value, long Step, long Last) : ContainerState
    {
        public override void Write(Utf8JsonWriter writer)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(Value);
            writer.WriteNumberValue(Step);
            writer.WriteNumberValue(Last);
            writer.WriteEndArray();
        }
    }
}
