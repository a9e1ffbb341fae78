namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Stands in a graph for an activity whose type is unknown: running it is an incident.</summary>
[Activity(PlaceholderType, Category = "System", Description = "Stands for an activity whose type is unknown.", IsBrowsable = false)]
internal sealed class MissingActivity : StepActivity
{
    /// <summary>The type that the designer knows for an activity that nobody else knows.</summary>
    public const string PlaceholderType = "Elsa.NotFoundActivity";

    private string _missing = PlaceholderType;

    public static ActivityDescriptor DescriptorOf(string typeName) => new(_ => new MissingActivity { _missing = typeName })
    {
        TypeName = typeName,
        Version = 0,
        Category = string.Empty,
        DisplayName = typeName,
        Description = string.Empty,
        Kind = ActivityKind.Step,
        Inputs = [],
        Outputs = [],
        Outcomes = [new OutcomeDescriptor(OutcomeNames.Done, OutcomeNames.Done)],
        EmbeddedPorts = [],
        IsBrowsable = false,
        IsStart = false,
        IsTerminal = false,
        IsTrigger = false,
        ClrType = typeof(MissingActivity),
        HasDynamicOutcomes = true,
    };

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct) =>
        throw new InvalidOperationException($"Activity type '{_missing}' could not be found.");
}
