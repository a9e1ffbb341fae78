namespace AgentIQ.Workflows.Activities;

/// <summary>Languages of inputs that hold source text.</summary>
public static class Languages
{
    /// <summary>JavaScript; checked when the definition is saved, with line and column.</summary>
    public const string JavaScript = "javascript";
}
