using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Studio.Tests.Catalogue;

/// <summary>An activity with a choice that is the tenant's own.</summary>
[Activity("Test.Pick", Category = "Tests", Description = "Picks.")]
internal sealed class Pick : StepActivity
{
    [Input(Choices = "colours", Description = "The colour.")]
    public string? Colour { get; set; }

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        context.Complete();
        return ValueTask.CompletedTask;
    }
}
