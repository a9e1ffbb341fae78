using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace AgentIQ.Workflows.Expressions.JavaScript;

/// <summary>What one script may use before it is stopped and becomes an incident.</summary>
internal static class JavaScriptLimits
{
    /// <summary>Characters of the source.</summary>
    public const int SourceLength = 200_000;

    /// <summary>Calls, passes of loops and items that built-in functions go through.</summary>
    public const int Steps = 5_000_000;

    /// <summary>Calls inside calls.</summary>
    public const int Recursion = 400;

    /// <summary>Characters of one text.</summary>
    public const int TextLength = 4_000_000;

    /// <summary>Items of one array.</summary>
    public const int ArrayLength = 500_000;

    /// <summary>Bytes allocated in all, whether still used or not.</summary>
    public const long Memory = 256L * 1024 * 1024;

    /// <summary>Objects that inherit from one another.</summary>
    public const int Prototypes = 100;

    public static readonly TimeSpan Time = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Of any other regular expression of the process. Libraries have them too, and it is the clock on the wall that counts: with one second
    /// a start failed in Dapper while the machine was busy elsewhere.
    /// </summary>
    private static readonly TimeSpan TimeOfOthers = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Scripts' own regular expressions always carry their limit; this one is for the rest of the process. The runtime reads the switch
    /// once, when its first regular expression is made.
    /// </summary>
    public static void LimitRegularExpressions() => AppDomain.CurrentDomain.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", TimeOfOthers);

    /// <summary>Computed when asked: as an initialiser it made the first regular expression before the switch above was set.</summary>
    public static bool RegularExpressionsAreLimited => DefaultTimeout() != Regex.InfiniteMatchTimeout;

    [SuppressMessage("Security", "MA0009", Justification = "The default timeout is what is asked for.")]
    private static TimeSpan DefaultTimeout() => new Regex("x").MatchTimeout;
}
