namespace AgentIQ.Rules.Reading;

/// <summary>One thing that is wrong with a document.</summary>
/// <param name="File">The file or other name of the document.</param>
/// <param name="Path">The place in it as a JSON path, such as <c>$.tables[0].rows[3].when.rating</c>.</param>
/// <param name="Message">What was expected, what came, and what to do.</param>
public sealed record RuleSetFault(string File, string Path, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}: {Path}: {Message}";
}
