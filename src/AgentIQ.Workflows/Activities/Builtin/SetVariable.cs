using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Sets a variable, found by its id in the scopes around the activity.</summary>
[Activity("Elsa.SetVariable", Category = "Primitives", Description = "Sets a variable.")]
internal sealed class SetVariable : StepActivity
{
    [Input(Description = "The variable.", UIHint = UIHints.VariablePicker, IsWrapped = false, IsRequired = true)]
    public VariableReference? Variable { get; set; }

    [Input(Description = "The new value; converted to the variable's type.")]
    public object? Value { get; set; }

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        var variable = context.Burst.Variables.FindById(context.Execution, Variable?.Id ?? string.Empty)
            ?? throw new InvalidOperationException($"Variable '{Variable?.Name}' (id '{Variable?.Id}') is not in scope. Choose a variable of this workflow.");
        VariableScopes.Assign(variable, Value);
        return ValueTask.CompletedTask;
    }
}
