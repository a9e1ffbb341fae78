namespace AgentIQ.Ingestion.Tests.Compliance;

/// <summary>A marketplace under test, as the compliance suite needs it. One for each connector.</summary>
public abstract class ConnectorHarness : IAsyncDisposable
{
    /// <summary>The connector.</summary>
    public abstract IConnector Connector { get; }

    /// <summary>An account with a good secret.</summary>
    public abstract ChannelConnection Connection { get; }

    /// <summary>The same with a secret that the marketplace refuses.</summary>
    public abstract ChannelConnection Refused { get; }

    /// <summary>Calls that the marketplace has received.</summary>
    public abstract int Calls { get; }

    /// <summary>A customer writes.</summary>
    /// <returns>The item's id at the marketplace.</returns>
    public abstract string Write(int minutesAgo, string text);

    /// <summary>The next call goes wrong.</summary>
    public abstract void Break(ComplianceFault fault);

    /// <summary>How many answers the marketplace took for an item.</summary>
    public abstract int AnswersTo(string externalId);

    public abstract ValueTask DisposeAsync();
}

/// <summary>What every marketplace does now and then.</summary>
public enum ComplianceFault
{
    RateLimit,
    ServerError,
    HtmlPage,
    EmptyBody,
    HalfBody,
    OtherShape,
    ConnectionReset,

    /// <summary>The page comes with its first record spoiled.</summary>
    BrokenFirstRecord,

    /// <summary>The call is carried out, and its response is lost.</summary>
    LostResponse,
}
