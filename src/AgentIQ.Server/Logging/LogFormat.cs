namespace AgentIQ.Server.Logging;

/// <summary>How log lines look.</summary>
internal enum LogFormat
{
    /// <summary>A line for people.</summary>
    Text,

    /// <summary>One JSON object per line, in Serilog's own form.</summary>
    Json,
}
