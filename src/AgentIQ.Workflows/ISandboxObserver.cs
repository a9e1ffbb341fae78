using AgentIQ.Postgres;

namespace AgentIQ.Workflows;

/// <summary>
/// Told when old trial runs are removed (<see cref="RetentionOptions.SandboxRuns"/>), inside the transaction that removes them, so that what
/// was made for them goes with them. Registered in dependency injection, any number; asked in the reverse of that order, because what was
/// registered later refers to what was registered earlier.
/// </summary>
public interface ISandboxObserver
{
    /// <summary>No instance is about these any more.</summary>
    Task OnRemovedAsync(TenantScope scope, IReadOnlyList<string> correlationIds, CancellationToken ct);
}
