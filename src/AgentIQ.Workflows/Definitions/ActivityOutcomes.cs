using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Activities.Builtin;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Definitions;

/// <summary>The outcomes of an activity in its definition.</summary>
internal static class ActivityOutcomes
{
    private const string DefaultCase = "Default";

    /// <summary>The outcomes that the activity can have; null when only running it can tell.</summary>
    public static IReadOnlyList<string>? Of(Node node)
    {
        if (!node.Descriptor.HasDynamicOutcomes)
        {
            return [.. node.Descriptor.Outcomes.Select(o => o.Name)];
        }

        var binding = Array.Find(node.Inputs, i => UIHints.DefineOutcomes(i.Input.UIHint));
        if (binding?.Expression is not ConstantExpression constant)
        {
            return null;
        }

        if (constant.Value is SwitchCase[] cases)
        {
            return [.. cases.Select(c => c.Label), DefaultCase];
        }

        try
        {
            return [.. (string[])ValueConverter.Convert(constant.Value, typeof(string[]))!, .. node.Descriptor.Outcomes.Select(o => o.Name)];
        }
        catch (ConversionException)
        {
            // The input's own diagnostic says so.
            return null;
        }
    }

    /// <summary>What a person can choose from: where only running can tell, what the flowchart leads on from, and <c>Done</c> when it leads nowhere.</summary>
    public static IReadOnlyList<string> Shown(Node node)
    {
        if (Of(node) is { Count: > 0 } known)
        {
            return known;
        }

        var leading = node.Parent?.Flow?.Outbound(node.ChildIndex).Select(c => c.Port).Distinct().ToList() ?? [];
        return leading.Count > 0 ? leading : [OutcomeNames.Done];
    }
}
