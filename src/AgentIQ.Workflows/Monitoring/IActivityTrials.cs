using System.Text.Json;
using AgentIQ.Postgres;

namespace AgentIQ.Workflows.Monitoring;

/// <summary>
/// Tries single activities of a definition, in memory: nothing is stored, nothing reaches the outside or another workflow, and what an activity
/// needs of the product's services is not there. Reads the definition and nothing else.
/// </summary>
public interface IActivityTrials
{
    /// <summary>Runs one activity, and what is inside it, with the definition's variables at their defaults.</summary>
    /// <param name="scope">The tenant.</param>
    /// <param name="versionId">The version, a draft too.</param>
    /// <param name="activity">The activity's id or its node's id.</param>
    /// <param name="variables">Values of variables by their ids, over the defaults; what does not fit is left out.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Null when the tenant sees no such version, or it has no such activity.</returns>
    Task<ActivityTrial?> RunAsync(TenantScope scope, string versionId, string activity, IReadOnlyDictionary<string, JsonElement>? variables, CancellationToken ct);
}

/// <summary>What came of a trial.</summary>
/// <param name="Execution">The activity's execution. It is Running when the activity waits for something.</param>
/// <param name="LeftOut">What the activity asked for and was not done: effects, stimuli, starts of workflows, tasks. Empty: nothing.</param>
public sealed record ActivityTrial(ExecutionRecord Execution, IReadOnlyList<string> LeftOut);
