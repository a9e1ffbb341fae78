using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace AgentIQ.Server.Hosting;

/// <summary>Shows a person that the start goes on: a line for each step, with how long it took.</summary>
internal sealed class StartProgress(TextWriter output, TimeProvider time, LoggingLevelSwitch? volume = null)
{
    private int _done;

    /// <summary>Says nothing.</summary>
    public static StartProgress Silent { get; } = new(TextWriter.Null, TimeProvider.System);

    /// <summary>How many steps will be shown.</summary>
    public int Steps { get; set; }

    /// <summary>Runs a step and shows it.</summary>
    public async Task<T> StepAsync<T>(string what, Func<Task<T>> step)
    {
        var started = time.GetTimestamp();
        await output.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{++_done}/{Steps} {what} ... "));
        await output.FlushAsync();
        using var quiet = new Quiet(volume);
        try
        {
            var result = await step();
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{time.GetElapsedTime(started).TotalSeconds:0.0} s"));
            return result;
        }
        catch
        {
            await output.WriteLineAsync("failed");
            throw;
        }
    }

    /// <summary>Runs a step and shows it.</summary>
    public Task StepAsync(string what, Func<Task> step)
        => StepAsync(what, async () =>
        {
            await step();
            return true;
        });

    /// <summary>While a step's line is open, only warnings may break it.</summary>
    private sealed class Quiet : IDisposable
    {
        private readonly LoggingLevelSwitch? _volume;

        private readonly LogEventLevel _before;

        public Quiet(LoggingLevelSwitch? volume)
        {
            _volume = volume;
            _before = volume?.MinimumLevel ?? default;
            if (volume is { MinimumLevel: LogEventLevel.Information })
            {
                volume.MinimumLevel = LogEventLevel.Warning;
            }
        }

        public void Dispose()
        {
            if (_volume is not null)
            {
                _volume.MinimumLevel = _before;
            }
        }
    }
}
