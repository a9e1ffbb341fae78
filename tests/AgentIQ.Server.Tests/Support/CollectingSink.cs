using System.Collections.Concurrent;
using AgentIQ.Server.Logging;
using Serilog.Core;
using Serilog.Events;

namespace AgentIQ.Server.Tests;

/// <summary>Keeps the log as it would have been written.</summary>
internal sealed class CollectingSink : ILogEventSink
{
    private readonly ConcurrentQueue<string> _lines = new();

    public CollectingSink() => Logger = LogSetup.Create(LogFormat.Text, new LoggingLevelSwitch(LogEventLevel.Verbose), this);

    public Logger Logger { get; }

    public IReadOnlyCollection<string> Lines => _lines;

    public string Text => string.Concat(_lines);

    public void Emit(LogEvent logEvent)
    {
        foreach (var format in Enum.GetValues<LogFormat>())
        {
            using var line = new StringWriter();
            LogSetup.Formatter(format).Format(logEvent, line);
            _lines.Enqueue(line.ToString());
        }
    }
}
