using System.Diagnostics;
using System.Globalization;

namespace AgentIQ.Chaos;

/// <summary>Progress for people, with the seconds since the beginning.</summary>
internal sealed class ChaosLog(TextWriter writer)
{
    private readonly long _begin = Stopwatch.GetTimestamp();
    private readonly Lock _gate = new();

    public void Say(string what)
    {
        lock (_gate)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(_begin).TotalSeconds,7:0.0} s  {what}"));
        }
    }
}
