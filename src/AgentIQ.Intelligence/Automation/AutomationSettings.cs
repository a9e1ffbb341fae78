namespace AgentIQ.Intelligence.Automation;

/// <summary>What a seller lets happen without a person.</summary>
/// <param name="AutoSend">Whether drafts may be sent automatically where the <c>auto-action</c> policy allows it. Off until the seller switches it on.</param>
/// <param name="Preset">How far it goes: <c>safe</c>, <c>balanced</c> or <c>max</c> (domain 7.1).</param>
public sealed record AutomationSettings(bool AutoSend, string Preset)
{
    /// <summary>For a seller who has chosen nothing.</summary>
    public static AutomationSettings Default { get; } = new(AutoSend: false, Preset: "safe");

    /// <summary>The presets, from the narrowest to the widest.</summary>
    public static IReadOnlyList<string> Presets { get; } = ["safe", "balanced", "max"];

    /// <summary>The marketplace's ids of the products that may be answered without a person; empty, as by default, means all of them (domain 7.1).</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>Whether the seller listed products and this one is not among them.</summary>
    /// <param name="productId">The product's id at the marketplace; null when the interaction is about none.</param>
    public bool Excludes(string? productId) => Products.Count > 0 && (productId is null || !Products.Contains(productId, StringComparer.Ordinal));
}
