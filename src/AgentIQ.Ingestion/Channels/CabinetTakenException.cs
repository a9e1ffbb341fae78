namespace AgentIQ.Ingestion;

/// <summary>
/// The marketplace account is connected already, by this seller or by another: two connections would answer the
/// same customer twice.
/// </summary>
public sealed class CabinetTakenException(Exception innerException)
    : Exception("This marketplace account is already connected. Disconnect it there first, or use a token of another account.", innerException);
