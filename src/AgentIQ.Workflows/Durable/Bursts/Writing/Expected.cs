using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>How many rows a statement must have found; fewer mean that somebody else was there first.</summary>
internal readonly record struct Expected(NpgsqlBatchCommand Command, int Rows, string Otherwise)
{
    /// <exception cref="FencedException">It found fewer.</exception>
    public void Check()
    {
        if (Command.RecordsAffected != Rows)
        {
            throw new FencedException($"Expected {Rows} rows, found {Command.RecordsAffected}: the batch contains {Otherwise}.");
        }
    }
}
