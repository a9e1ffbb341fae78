namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Runs a script. Its ways are what it names with setOutcome or setOutcomes, else Done.</summary>
[Activity("Elsa.RunJavaScript", Category = "Scripting", DisplayName = "Run JavaScript", Description = "Runs a script; setOutcome('Name') chooses the way.")]
internal sealed class RunJavaScript : StepActivity
{
    [Input(Description = "The script. What it returns, or the value of its last statement, is the result.", UIHint = UIHints.CodeEditor, DefaultSyntax = "JavaScript", Language = Languages.JavaScript)]
    public string? Script { get; set; }

    [Input(Description = "The outcomes that the script may set.", UIHint = UIHints.DynamicOutcomes)]
    public string[] PossibleOutcomes { get; set; } = [];

    [Output(Description = "What the script gave; null and undefined leave the bound variable alone.", KeepsTargetOnNull = true)]
    public object? Result { get; set; }

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        var burst = context.Burst;
        burst.ScriptOutcomes = null;
        if (!string.IsNullOrWhiteSpace(Script))
        {
            Result = burst.JavaScript.Evaluate(Script, context.Execution);
        }

        context.Complete(burst.ScriptOutcomes ?? []);
        return ValueTask.CompletedTask;
    }
}
