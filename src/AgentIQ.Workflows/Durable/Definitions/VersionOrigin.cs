namespace AgentIQ.Workflows.Durable.Definitions;

/// <summary>Where a version's text comes from.</summary>
/// <param name="Author">Who wrote it; null: nobody new.</param>
/// <param name="Now">When.</param>
internal sealed record VersionOrigin(string? Author, DateTimeOffset Now)
{
    public string? Note { get; init; }

    public string? BaseVersionId { get; init; }

    public long Change { get; init; }
}
