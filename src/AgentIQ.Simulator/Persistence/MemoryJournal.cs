namespace AgentIQ.Simulator.Persistence;

/// <summary>Keeps nothing beyond the process.</summary>
internal sealed class MemoryJournal : IStateJournal
{
    public IReadOnlyList<KeptSeller> Kept => [];

    public void Append(JournalLine line)
    {
    }

    public void Dispose()
    {
    }
}
