namespace AgentIQ.Workflows.Studio.Pages;

/// <summary>Addresses of the designer.</summary>
internal static class StudioPaths
{
    /// <summary>The elements' base address: their files and pages lie below it.</summary>
    public const string Base = "/studio";
}
