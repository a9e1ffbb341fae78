namespace AgentIQ.Rules;

/// <summary>Settings of the policy engine.</summary>
public sealed class RulesOptions
{
    /// <summary>The folder with the shipped sets. No default: the host says where it is.</summary>
    public required string Folder { get; init; }

    /// <summary>
    /// How often every process looks for new versions and for versions whose time has come. Default 30 s; a notification
    /// makes it at once when it arrives.
    /// </summary>
    public TimeSpan ReloadInterval { get; init; } = TimeSpan.FromSeconds(30);
}
