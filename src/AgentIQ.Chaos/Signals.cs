using System.Globalization;
using System.Runtime.InteropServices;

namespace AgentIQ.Chaos;

/// <summary>POSIX signals to single processes.</summary>
internal static class Signals
{
    public const int Kill = 9;
    public const int Quit = 3;
    public const int Stop = 19;
    public const int Continue = 18;
    public const int Terminate = 15;

    /// <summary>A process that has ended meanwhile needs no signal.</summary>
    public static void Send(int process, int signal) => _ = kill(process, signal);

    /// <summary>The process and those that it has started, as they stand now.</summary>
    public static List<int> Family(int process)
    {
        var family = new List<int> { process };
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && ParentOf(id) == process)
            {
                family.Add(id);
            }
        }

        return family;
    }

    private static int? ParentOf(int process)
    {
        try
        {
            // pid (name) state ppid ...; the name may hold anything, so count from its closing bracket.
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);
}
