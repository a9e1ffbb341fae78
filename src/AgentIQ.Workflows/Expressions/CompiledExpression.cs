using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Expressions;

/// <summary>An expression of a definition, ready to be evaluated any number of times by any number of threads.</summary>
internal abstract class CompiledExpression
{
    public abstract object? Evaluate(Burst burst, ActivityExecution execution);
}

/// <summary>Literal and Object: the same value every time. An Object's JSON stays text until its target wants a structure.</summary>
internal sealed class ConstantExpression(object? value) : CompiledExpression
{
    public object? Value { get; } = value;

    public override object? Evaluate(Burst burst, ActivityExecution execution) => Value;
}

/// <summary>Variable: by id in the scopes around the activity.</summary>
internal sealed class VariableExpression(string id, string name) : CompiledExpression
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public override object? Evaluate(Burst burst, ActivityExecution execution) =>
        (burst.Variables.FindById(execution, Id) ?? throw new InvalidOperationException($"Variable '{Name}' (id '{Id}') is not in scope.")).Value;
}

/// <summary>Input: a workflow input by name.</summary>
internal sealed class InputExpression(string name) : CompiledExpression
{
    public string Name { get; } = name;

    public override object? Evaluate(Burst burst, ActivityExecution execution) => burst.Workflows.GetInput(execution, Name);
}

/// <summary>Stands for an expression that does not parse, in a definition that is run all the same: it faults its activity.</summary>
internal sealed class BrokenExpression(string reason) : CompiledExpression
{
    public override object? Evaluate(Burst burst, ActivityExecution execution) => throw new InvalidOperationException(reason);
}
