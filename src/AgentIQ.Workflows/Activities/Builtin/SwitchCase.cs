using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>One case of a switch.</summary>
/// <param name="Label">Of a flow switch the port.</param>
/// <param name="Condition">When it matches.</param>
/// <param name="Child">Index of the embedded activity; null: it has none.</param>
internal sealed record SwitchCase(string Label, CompiledExpression Condition, int? Child)
{
    /// <summary>The cases to take. As in Elsa all conditions are evaluated, also behind the first that holds.</summary>
    /// <exception cref="InputException">A condition failed.</exception>
    public static List<SwitchCase> Matching(SwitchCase[] cases, SwitchMode mode, Burst burst, ActivityExecution execution)
    {
        var matches = new List<SwitchCase>();
        foreach (var option in cases)
        {
            if (option.Holds(burst, execution) && (mode == SwitchMode.MatchAny || matches.Count == 0))
            {
                matches.Add(option);
            }
        }

        return matches;
    }

    private bool Holds(Burst burst, ActivityExecution execution)
    {
        try
        {
            return ValueConverter.Convert(Condition.Evaluate(burst, execution), typeof(bool)) is true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new InputException($"Cases: {Label}", e);
        }
    }
}

/// <summary>How many cases of a switch may match.</summary>
internal enum SwitchMode
{
    /// <summary>The first whose condition is true.</summary>
    MatchFirst,

    /// <summary>All whose condition is true.</summary>
    MatchAny,
}
