namespace AgentIQ.Workflows;

/// <summary>The activation strategy of a definition allows no second instance beside one that runs.</summary>
/// <param name="definitionId">What was to run.</param>
/// <param name="strategy">The strategy's name.</param>
/// <param name="rival">The instance that stands in the way.</param>
public sealed class ActivationRefusedException(string definitionId, string strategy, Guid rival)
    : Exception($"An instance of '{definitionId}' may not run now: its activation strategy '{strategy}' allows none beside instance {rival}, which is still running. Wait until that one has ended, or cancel it.")
{
    /// <summary>What was to run.</summary>
    public string DefinitionId { get; } = definitionId;

    /// <summary>The running instance that stands in the way.</summary>
    public Guid Rival { get; } = rival;
}
