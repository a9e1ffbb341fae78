using System.Globalization;

namespace AgentIQ.Server.Commands.Rules;

/// <summary>A number with its noun, as English writes it.</summary>
internal static class Plural
{
    /// <summary>For nouns that only add an s: <c>1 file</c>, <c>1,204 files</c>.</summary>
    public static string Of(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
