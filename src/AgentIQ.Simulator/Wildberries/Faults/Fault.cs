namespace AgentIQ.Simulator.Wildberries.Faults;

/// <summary>A fault to be served to the next matching requests.</summary>
/// <param name="Kind">What happens.</param>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>The path that it concerns; a star at the end stands for any rest. Default <c>*</c>, every path.</summary>
    public string Path { get; init; } = "*";

    /// <summary>The method that it concerns; <see langword="null"/>, the default, means every one.</summary>
    public string? Method { get; init; }

    /// <summary>To how many requests it is served; <see langword="null"/> means until it is cleared. Default 1.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>The time of the kinds that have one.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>The index of the record that <see cref="FaultKind.MalformedRecord"/> spoils, from 0.</summary>
    public int Record { get; init; }

    internal bool Concerns(string method, string path) =>
        (Method is null || string.Equals(Method, method, StringComparison.OrdinalIgnoreCase)) && PathPattern.Matches(Path, path);
}
