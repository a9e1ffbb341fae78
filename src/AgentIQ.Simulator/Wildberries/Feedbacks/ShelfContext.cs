using AgentIQ.Simulator.Persistence;

namespace AgentIQ.Simulator.Wildberries.Feedbacks;

/// <summary>What all shelves of a simulator share.</summary>
internal sealed class ShelfContext(WildberriesOptions options, TimeProvider time, int seed, SimulatorRandom random, IStateJournal journal)
{
    private long _moderationDelay = options.ModerationDelay.Ticks;

    public WildberriesOptions Options => options;

    public TimeProvider Time => time;

    public int Seed => seed;

    public SimulatorRandom Random => random;

    public IStateJournal Journal => journal;

    /// <summary>The delay in force; it starts as the options say and may be changed while running.</summary>
    public TimeSpan ModerationDelay
    {
        get => new(Interlocked.Read(ref _moderationDelay));
        set => Interlocked.Exchange(ref _moderationDelay, value.Ticks);
    }
}
