namespace AgentIQ.Postgres;

/// <summary>Makes the identifiers of rows. Injected, so that tests can know them beforehand.</summary>
public interface IIdSource
{
    /// <summary>A new UUIDv7 (RFC 9562): ordered by time, so that rows lie in the index in the order they came.</summary>
    Guid Next();
}
