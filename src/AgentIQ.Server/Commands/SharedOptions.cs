using System.CommandLine;
using AgentIQ.Server.Hosting;
using AgentIQ.Server.Logging;
using Serilog.Core;
using Serilog.Events;

namespace AgentIQ.Server.Commands;

/// <summary>The options of every command that needs a database.</summary>
internal sealed class SharedOptions
{
    private readonly LoggingLevelSwitch _volume = new();

    public Option<string> Data { get; } = new("--data")
    {
        Description = "The folder of this installation's data, with a PostgreSQL of its own unless --database is given.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("AGENTIQ_DATA") ?? ".agentiq",
    };

    public Option<string?> Database { get; } = new("--database")
    {
        Description = "A connection string of PostgreSQL 15 or newer (a superuser, or a role with CREATEROLE and CREATEDB). Default: AGENTIQ_DATABASE.",
        HelpName = "CONNECTION",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("AGENTIQ_DATABASE"),
    };

    public Option<LogFormat> Log { get; } = new("--log")
    {
        Description = "How log lines on standard error look.",
        DefaultValueFactory = _ => LogFormat.Text,
    };

    public Option<LogEventLevel> LogLevel { get; } = new("--log-level")
    {
        Description = "The least severe log lines to show.",
        DefaultValueFactory = _ => LogEventLevel.Information,
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Data, Database, Log, LogLevel })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What the command line asked for; commands add their own with <c>with</c>.</summary>
    public ServerOptions Read(ParseResult parsed, Serilog.ILogger logger, TextWriter error)
        => new()
        {
            DataFolder = parsed.GetRequiredValue(Data),
            Database = string.IsNullOrWhiteSpace(parsed.GetValue(Database)) ? null : parsed.GetValue(Database),
            Logger = logger,
            // In a stream of JSON lines a person's progress would be noise.
            Progress = parsed.GetValue(Log) is LogFormat.Json ? StartProgress.Silent : new StartProgress(error, TimeProvider.System, _volume),
        };

    /// <summary>The logger that the command line asked for; whoever asks disposes of it.</summary>
    public Logger Logger(ParseResult parsed)
    {
        _volume.MinimumLevel = parsed.GetValue(LogLevel);
        return LogSetup.Create(parsed.GetValue(Log), _volume);
    }
}
