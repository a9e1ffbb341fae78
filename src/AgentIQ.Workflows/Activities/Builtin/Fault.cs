using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Fails on purpose: an incident with this message.</summary>
[Activity("Elsa.Fault", Category = "Primitives", Description = "Fails with a message.")]
internal sealed class Fault : StepActivity
{
    [Input(Description = "A code for whoever sorts incidents.")]
    public string? Code { get; set; }

    [Input(Description = "A group for whoever sorts incidents.")]
    public string? Category { get; set; }

    [Input(Description = "The kind of fault.", DisplayName = "Type")]
    public string? FaultType { get; set; }

    [Input(Description = "What went wrong, for people.")]
    public string? Message { get; set; }

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct) =>
        throw new WorkflowFaultException(string.IsNullOrEmpty(Message) ? $"Fault {FaultType} {Category} {Code}".TrimEnd() : Message);
}
