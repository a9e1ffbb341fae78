using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;
using Serilog.Formatting.Json;

namespace AgentIQ.Server.Logging;

/// <summary>Makes the process' one logger. Everything goes to standard error: standard output is for results.</summary>
internal static class LogSetup
{
    private const string TextTemplate = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>The logger of a command.</summary>
    /// <param name="format">How lines look.</param>
    /// <param name="volume">The least severe level of our own lines, while it runs; libraries' start at Warning.</param>
    /// <param name="sink">Where lines go instead of standard error; for tests.</param>
    public static Logger Create(LogFormat format, LoggingLevelSwitch volume, ILogEventSink? sink = null)
    {
        var least = volume.MinimumLevel;
        var configuration = new LoggerConfiguration()
            .MinimumLevel.ControlledBy(volume)
            .MinimumLevel.Override("Microsoft", Louder(least, LogEventLevel.Warning))
            .MinimumLevel.Override("System", Louder(least, LogEventLevel.Warning))
            .MinimumLevel.Override("Npgsql", Louder(least, LogEventLevel.Warning))
            // It logs every request that it answers, one every few seconds: interesting to whoever looks for it.
            .MinimumLevel.Override("AgentIQ.Simulator", least is LogEventLevel.Information ? LogEventLevel.Warning : least)
            // Its warnings are about where keys lie by default; ours lie in PostgreSQL.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            // A start that failed is told once, by the command that asked for it.
            .Filter.ByExcluding(line => line.MessageTemplate.Text is "Hosting failed to start")
            .Enrich.FromLogContext();
        return (sink is null
            ? configuration.WriteTo.Console(Formatter(format), standardErrorFromLevel: LevelAlias.Minimum)
            : configuration.WriteTo.Sink(sink)).CreateLogger();
    }

    /// <summary>How lines are written, secrets hidden.</summary>
    public static ITextFormatter Formatter(LogFormat format) => new RedactingFormatter(format is LogFormat.Json
        ? new JsonFormatter(renderMessage: true)
        : new MessageTemplateTextFormatter(TextTemplate));

    private static LogEventLevel Louder(LogEventLevel least, LogEventLevel floor) => least > floor ? least : floor;
}
