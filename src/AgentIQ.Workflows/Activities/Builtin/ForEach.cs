using System.Text.Json;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Runs its body once per item, one after the other. The items are read when the loop starts.</summary>
[Activity("Elsa.ForEach", Category = "Looping", DisplayName = "For each", Description = "Repeats an activity for each item.")]
[Port(Body)]
internal sealed class ForEach : ContainerActivity
{
    private const string Body = "Body";

    [Input(Description = "The items.", UIHint = UIHints.MultiText, DefaultSyntax = "Object")]
    public object?[] Items { get; set; } = [];

    [Output(Description = "The item of this pass.", KeepsTargetOnNull = true)]
    public object? CurrentValue { get; set; }

    public override void Execute(ContainerContext context)
    {
        context.Execution.State ??= new ForEachState(Items ?? [], 0);
        Pass(context);
    }

    public override void ChildCompleted(ContainerContext context, Node child, string[] outcomes)
    {
        var state = (ForEachState)context.Execution.State!;
        context.Execution.State = state with { Index = state.Index + 1 };
        Pass(context);
    }

    public override ContainerState ReadState(Node node, StateReader reader)
    {
        var values = reader.Values();
        return new ForEachState(values[1..], Convert.ToInt32(values[0], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static void Pass(ContainerContext context)
    {
        var (items, index) = (ForEachState)context.Execution.State!;
        if (index >= items.Length || !context.Node.Ports.TryGetValue(Body, out var body))
        {
            context.Complete();
            return;
        }

        context.Declare("CurrentIndex", index);
        context.Declare(nameof(CurrentValue), items[index]);
        context.WriteOutput(nameof(CurrentValue), items[index]);
        context.Schedule(body);
    }

    private sealed record ForEachState(object?[] Items, int Index) : ContainerState
    {
        public override void Write(Utf8JsonWriter writer)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(Index);
            foreach (var item in Items)
            {
                PlainValue.Write(writer, item);
            }

            writer.WriteEndArray();
        }
    }
}
