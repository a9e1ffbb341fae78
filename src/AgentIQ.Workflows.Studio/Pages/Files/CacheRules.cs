namespace AgentIQ.Workflows.Studio.Pages.Files;

/// <summary>The two values of <c>Cache-Control</c> that the files need.</summary>
internal static class CacheRules
{
    /// <summary>The content behind the address never changes.</summary>
    public const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>Kept, but asked for again each time.</summary>
    public const string AskAgain = "no-cache";
}
