using System.Globalization;
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

    [Input(Description = "The items.", UIHint = UIHints.MultiText)]
    public object?[] Items { get; set; } = [];

    [Output(Description = "The item of this pass.")]
    public object? CurrentValue { get; set; }

    public override BreakAnswer AnswerToBreak => BreakAnswer.EndsHere;

    public override void Execute(ContainerContext context)
    {
        context.Execution.State ??= new Place(Items ?? [], 0);
        Pass(context);
    }

    public override void ChildCompleted(ContainerContext context, Node child, string[] outcomes)
    {
        var place = (Place)context.Execution.State!;
        context.Execution.State = place with { Index = place.Index + 1 };
        Pass(context);
    }

    public override ContainerState ReadState(Node node, StateReader reader)
    {
        var values = reader.Values();
        return new Place(values[1..], Convert.ToInt32(values[0], CultureInfo.InvariantCulture));
    }

    private static void Pass(ContainerContext context)
    {
        var (items, index) = (Place)context.Execution.State!;
        if (context.IsBreaking || index >= items.Length || !context.Node.Ports.TryGetValue(Body, out var body))
        {
            context.Complete();
            return;
        }

        context.WriteOutput(nameof(CurrentValue), items[index]);
        context.Schedule(body, (LoopVariables.Index, index), (LoopVariables.Value, items[index]));
    }

    private sealed record Place(object?[] Items, int Index) : ContainerState
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
