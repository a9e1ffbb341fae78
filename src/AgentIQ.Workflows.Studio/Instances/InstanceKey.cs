namespace AgentIQ.Workflows.Studio.Instances;

/// <summary>An instance's id in a route or a query. What is no id at all is the id of nobody, so that it is not found like any other unknown one.</summary>
/// <param name="Value">The id.</param>
internal readonly record struct InstanceKey(Guid Value)
{
    /// <summary>For the binding of parameters; never fails.</summary>
    public static bool TryParse(string? text, out InstanceKey key)
    {
        key = Parse(text);
        return true;
    }

    public static InstanceKey Parse(string? text) => new(Guid.TryParse(text, out var id) ? id : Guid.Empty);

    /// <summary>Those of the texts that are ids.</summary>
    public static List<Guid> Of(IEnumerable<string?>? texts) =>
        [.. (texts ?? []).Select(text => Parse(text).Value).Where(id => id != Guid.Empty).Distinct()];
}
