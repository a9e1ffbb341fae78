using System.Text.Json.Nodes;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Completes the workflow, every container around it included, with outcomes for whoever uses it as an activity.</summary>
[Activity("Elsa.Complete", Category = "Composition", Description = "Completes the workflow with outcomes.", IsTerminal = true)]
internal sealed class Complete : StepActivity
{
    [Input(Description = "The outcome, or a list of them. Default: Done.", UIHint = UIHints.OutcomePicker, DefaultSyntax = "Object")]
    public object? Outcomes { get; set; }

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        context.Burst.CompleteWorkflow(context.Execution, Outcomes switch
        {
            null or "" => OutcomeNames.JustDone,
            JsonArray list => [.. list.Select(o => ValueConverter.Text(PlainValue.From(o)))],
            var one => [ValueConverter.Text(one)],
        });
        return ValueTask.CompletedTask;
    }
}
