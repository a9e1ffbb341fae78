namespace AgentIQ.Server.Health;

/// <summary>How far the host's start has come; set by the host alone.</summary>
internal sealed class StartupState
{
    private volatile bool _migrated;

    private volatile bool _finished;

    /// <summary>Whether the schema is this version's.</summary>
    public bool IsMigrated => _migrated;

    /// <summary>Whether everything that belongs to the start is done.</summary>
    public bool IsFinished => _finished;

    public void Migrated() => _migrated = true;

    public void Finished() => _finished = true;
}
