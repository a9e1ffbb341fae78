using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace AgentIQ.Workflows.Expressions.JavaScript;

/// <summary>What one evaluation may use before it is stopped and becomes an incident.</summary>
internal static class JavaScriptLimits
{
    public const int Statements = 1_000_000;

    public const int Recursion = 200;

    public static readonly TimeSpan Time = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Regular expressions run inside one statement, where the interpreter's own limits do not reach: /^(a+)+$/ ran 12 s under a limit
    /// of 500 ms. The runtime reads this switch once, when its first regular expression is made.
    /// </summary>
    public static void LimitRegularExpressions() => AppDomain.CurrentDomain.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", Time);

    /// <summary>Computed when asked: as an initialiser it made the first regular expression before the switch above was set.</summary>
    public static bool RegularExpressionsAreLimited => DefaultTimeout() != Regex.InfiniteMatchTimeout;

    [SuppressMessage("Security", "MA0009", Justification = "The default timeout is what is asked for.")]
    private static TimeSpan DefaultTimeout() => new Regex("x").MatchTimeout;
}
