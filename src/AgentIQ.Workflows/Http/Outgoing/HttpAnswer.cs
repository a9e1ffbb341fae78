using System.Text.Json;

namespace AgentIQ.Workflows.Http.Outgoing;

/// <summary>How a request ended.</summary>
internal enum HttpEnd
{
    /// <summary>With a response.</summary>
    Answered,

    /// <summary>Without a connection, or with one that broke.</summary>
    FailedToConnect,

    /// <summary>Nobody answered in time, or the process ended meanwhile: whether the request was received is unknown.</summary>
    Timeout,
}

/// <summary>What came of a request, as the ledger keeps it.</summary>
internal sealed record HttpAnswer(HttpEnd End, int StatusCode, Dictionary<string, string[]> Headers, string? ContentType, JsonElement? Content)
{
    public static HttpAnswer Without(HttpEnd end) => new(end, StatusCode: 0, [], ContentType: null, Content: null);
}
