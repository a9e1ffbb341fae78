using System.Threading.Channels;
using AgentIQ.Workflows.Activities;
using Npgsql;

namespace AgentIQ.Bench.Hosting;

/// <summary>What the activities below tell the benchmarks.</summary>
public sealed class Probe
{
    /// <summary>Times, in ticks of the stopwatch, at which a <see cref="Mark"/> ran.</summary>
    public Channel<long> Marks { get; } = Channel.CreateUnbounded<long>();
}

/// <summary>Notes when it ran.</summary>
[Activity("Bench.Mark", Description = "Notes when it ran.", IsBrowsable = false)]
public sealed class Mark(Probe probe) : StepActivity
{
    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        probe.Marks.Writer.TryWrite(TimeProvider.System.GetTimestamp());
        return ValueTask.CompletedTask;
    }
}

/// <summary>Touches the database through the burst's transaction, and then fails when the instance is poisonous.</summary>
[Activity("Bench.Touch", Description = "Reads from the database, then fails in a poisonous instance.", IsBrowsable = false)]
public sealed class Touch : StepActivity
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        await using (var command = new NpgsqlCommand("SELECT 1", context.Scope.Connection))
        {
            await command.ExecuteNonQueryAsync(ct);
        }

        if (context.CorrelationId?.StartsWith("poison", StringComparison.Ordinal) == true)
        {
            throw new InvalidOperationException("This instance is poisonous.");
        }
    }
}
