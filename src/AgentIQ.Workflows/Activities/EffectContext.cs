using System.Text.Json;

namespace AgentIQ.Workflows.Activities;

/// <summary>What an effect knows while it runs outside any transaction.</summary>
public sealed class EffectContext
{
    /// <summary>The tenant that the effect is for.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>The instance that asked for it.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>The instance's correlation when it asked.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The ledger's key; pass it on where the outside takes one.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>What <c>PrepareAsync</c> decided to ask.</summary>
    public required JsonElement Request { get; init; }

    /// <summary>1 for the first attempt; counted over restarts.</summary>
    public required int Attempt { get; init; }

    /// <summary>The policy that holds for this effect.</summary>
    public EffectPolicy Policy { get; init; } = EffectPolicy.Default;

    /// <summary>Business time at the start of this attempt.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether a trial run asks: nothing real may be reached.</summary>
    public bool IsSandbox { get; init; }

    /// <summary>Services of the process, scoped to the effect.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>Reads the request.</summary>
    public T Read<T>() => Request.Deserialize<T>(WorkflowJson.Options)!;
}
