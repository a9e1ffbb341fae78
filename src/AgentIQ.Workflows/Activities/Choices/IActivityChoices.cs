using AgentIQ.Postgres;

namespace AgentIQ.Workflows.Activities;

/// <summary>
/// Choices that are a tenant's own data, such as its people or templates, for inputs that name them in <see cref="InputAttribute.Choices"/>.
/// A layer registers its own as a singleton of this interface.
/// </summary>
public interface IActivityChoices
{
    /// <summary>The name that inputs say; unique in the process.</summary>
    string Name { get; }

    /// <summary>
    /// The choices of a tenant, in the order of the dropdown. The first one usually has an empty value: what happens when nothing is chosen.
    /// The designer may show a list that is some seconds old.
    /// </summary>
    /// <param name="scope">The tenant.</param>
    /// <param name="language">Of the reader: <c>ru</c> or <c>en</c>.</param>
    /// <param name="ct">Cancels the query.</param>
    Task<IReadOnlyList<Choice>> ListAsync(TenantScope scope, string language, CancellationToken ct);
}
