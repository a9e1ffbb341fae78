namespace AgentIQ.Ingestion;

/// <summary>Keeps all calls to an account, from all processes, within the marketplace's limit.</summary>
public interface IPacer
{
    /// <summary>Takes the next free call and waits for its time when that is near.</summary>
    /// <returns>How many calls should now be left in the burst, to compare with what the marketplace says.</returns>
    /// <exception cref="ConnectorException">
    /// <see cref="ConnectorFault.RateLimited"/> when the next call is further off than a caller should wait; nothing was taken.
    /// </exception>
    Task<int> AcquireAsync(PaceBucket bucket, CancellationToken cancellationToken);

    /// <summary>Learns that the marketplace counts fewer calls left than we do: somebody else uses the account.</summary>
    Task CorrectAsync(PaceBucket bucket, int remaining, CancellationToken cancellationToken);

    /// <summary>Learns that nothing is allowed for <paramref name="pause"/>.</summary>
    Task HoldAsync(PaceBucket bucket, TimeSpan pause, CancellationToken cancellationToken);

    /// <summary>When the next call is allowed; the present or earlier when one is free now.</summary>
    Task<DateTimeOffset> NextAsync(PaceBucket bucket, CancellationToken cancellationToken);
}
