using Microsoft.Extensions.Logging;

namespace AgentIQ.Workflows.Studio.Tests.Catalogue;

/// <summary>Keeps what was logged as errors.</summary>
internal sealed class ErrorLog : ILoggerProvider, ILogger
{
    public List<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            lock (Lines)
            {
                Lines.Add($"{formatter(state, exception)} {exception?.Message}");
            }
        }
    }

    public void Dispose()
    {
    }
}
