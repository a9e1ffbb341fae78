namespace AgentIQ.Workflows.Studio.Answers;

/// <summary>A list that is not paged.</summary>
/// <param name="Items">All of them.</param>
internal sealed record ItemList<T>(IReadOnlyList<T> Items)
{
    public int Count => Items.Count;
}

/// <summary>A page of a list.</summary>
/// <param name="Items">This page.</param>
/// <param name="TotalCount">On all pages.</param>
internal sealed record ItemPage<T>(IReadOnlyList<T> Items, long TotalCount)
{
    /// <summary>What the caller may do with the list.</summary>
    public IReadOnlyList<Link>? Links { get; init; }
}

/// <summary>Something that the caller may do; the designer shows what it finds a link for (elsa-studio-contract 0, rule 2).</summary>
/// <param name="Href">The route, relative to the API's base.</param>
/// <param name="Rel">What it does.</param>
/// <param name="Method">HTTP method.</param>
internal sealed record Link(string Href, string Rel, string Method);
