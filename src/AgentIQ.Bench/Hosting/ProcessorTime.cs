using System.Globalization;

namespace AgentIQ.Bench.Hosting;

/// <summary>
/// Processor time of this process and of PostgreSQL's. On a machine that others use too it says more than the clock: it does not
/// grow when somebody else works. Linux only; elsewhere zero.
/// </summary>
/// <param name="Engine">Seconds of this process.</param>
/// <param name="Postgres">Seconds of the server and everything that it started.</param>
internal readonly record struct ProcessorTime(double Engine, double Postgres)
{
    /// <summary>Of the kernel's accounting (USER_HZ).</summary>
    private const double TicksPerSecond = 100;

    public static ProcessorTime operator -(ProcessorTime a, ProcessorTime b) => new(a.Engine - b.Engine, a.Postgres - b.Postgres);

    public static ProcessorTime operator +(ProcessorTime a, ProcessorTime b) => new(a.Engine + b.Engine, a.Postgres + b.Postgres);

    /// <param name="backend">Process of any of the server's sessions.</param>
    public static ProcessorTime Read(int backend)
    {
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        return new ProcessorTime(self.TotalProcessorTime.TotalSeconds, OperatingSystem.IsLinux() ? PostgresSeconds(backend) : 0);
    }

    private static double PostgresSeconds(int backend)
    {
        var server = Stat($"/proc/{backend}/stat")?[1];
        var ticks = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            // After the name: state, parent, ..., and as 12th to 15th the times of the process and of its ended children.
            if (Stat(Path.Combine(folder, "stat")) is { } stat && (stat[1] == server || Path.GetFileName(folder) == server))
            {
                ticks += stat[11..15].Sum(text => long.Parse(text, CultureInfo.InvariantCulture));
            }
        }

        return ticks / TicksPerSecond;
    }

    private static string[]? Stat(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // Not a process, or one that ended.
        }
    }
}
