namespace AgentIQ.Workflows.Http.Incoming;

/// <summary>The stimulus of a request: <c>http:GET:orders/{id}</c>. Triggers and bookmarks are found by it.</summary>
internal readonly record struct EndpointName(string Method, string Template)
{
    private const string Prefix = "http:";

    public static EndpointName? Parse(string stimulus) =>
        stimulus.StartsWith(Prefix, StringComparison.Ordinal) && stimulus.IndexOf(':', Prefix.Length) is > 0 and var colon
            ? new EndpointName(stimulus[Prefix.Length..colon], stimulus[(colon + 1)..])
            : null;

    public static EndpointName Of(string method, string path) => new(method.Trim().ToUpperInvariant(), path.Trim().Trim('/'));

    public override string ToString() => $"{Prefix}{Method}:{Template}";
}
