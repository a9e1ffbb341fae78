namespace AgentIQ.Workflows.Studio.Answers;

/// <summary>A text in both languages.</summary>
/// <param name="Ru">Russian.</param>
/// <param name="En">English.</param>
internal sealed record Text(string Ru, string En)
{
    public string In(StudioLanguage language) => language == StudioLanguage.Ru ? Ru : En;
}
