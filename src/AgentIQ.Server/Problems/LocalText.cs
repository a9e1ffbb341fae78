namespace AgentIQ.Server.Problems;

/// <summary>A sentence in both languages.</summary>
internal sealed record LocalText(string Ru, string En)
{
    /// <summary>The sentence in one of them.</summary>
    public string In(Language language) => language is Language.En ? En : Ru;
}
