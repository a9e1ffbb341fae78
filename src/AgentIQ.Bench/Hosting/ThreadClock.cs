using System.Runtime.InteropServices;

namespace AgentIQ.Bench.Hosting;

/// <summary>
/// Processor time of the calling thread: it does not grow while somebody else works, so a shared machine tells nearly the same as
/// a quiet one. Linux; elsewhere the ordinary clock.
/// </summary>
internal static class ThreadClock
{
    /// <summary>CLOCK_THREAD_CPUTIME_ID of Linux.</summary>
    private const int ThreadProcessorTime = 3;

    /// <summary>Seconds since any moment.</summary>
    public static double Seconds()
    {
        if (!OperatingSystem.IsLinux() || ReadClock(ThreadProcessorTime, out var now) != 0)
        {
            return TimeProvider.System.GetTimestamp() / (double)TimeProvider.System.TimestampFrequency;
        }

        return now.Seconds + (now.Nanoseconds / 1e9);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ReadClock(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly nint Seconds;

        public readonly nint Nanoseconds;
    }
}
