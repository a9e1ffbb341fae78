using System.Text.Json.Nodes;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Runs its body for all items at once, each with its own value and index, and is done when all are.</summary>
[Activity("Elsa.ParallelForEach", Category = "Looping", DisplayName = "Parallel for each", Description = "Runs an activity for all items at once.")]
[Port(Body)]
internal sealed class ParallelForEach : ContainerActivity
{
    private const string Body = "Body";

    [Input(Description = "The items: a list. Anything else, a text in particular, has none.", UIHint = UIHints.SingleLine)]
    public object? Items { get; set; }

    public override void Execute(ContainerContext context)
    {
        if (context.Node.Ports.TryGetValue(Body, out var body) && Items is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                context.Schedule(body, (LoopVariables.Value, PlainValue.From(items[i])), (LoopVariables.Index, i));
            }
        }

        CompleteWhenDone(context);
    }

    public override void ChildCompleted(ContainerContext context, Node child, string[] outcomes) => CompleteWhenDone(context);

    private static void CompleteWhenDone(ContainerContext context)
    {
        if (context.Pending == 0)
        {
            context.Complete();
        }
    }
}
