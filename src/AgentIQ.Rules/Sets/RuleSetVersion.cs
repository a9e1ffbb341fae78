using System.Globalization;
using System.Runtime.InteropServices;

namespace AgentIQ.Rules.Sets;

/// <summary>Which version of a set decided.</summary>
/// <param name="Origin">Whose version it is.</param>
/// <param name="Number">Its number, from 1 for each set and owner; 0 for a file that is in no database.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RuleSetVersion(RuleSetOrigin Origin, int Number)
{
    /// <summary>A file that is in no database.</summary>
    public static RuleSetVersion OfFile { get; } = new(RuleSetOrigin.File, 0);

    /// <summary>Reads what <see cref="ToString"/> wrote: <c>platform-3</c>, <c>seller-2</c> or <c>file</c>.</summary>
    public static bool TryParse(string? text, out RuleSetVersion version)
    {
        version = OfFile;
        if (text is "file")
        {
            return true;
        }

        if (text?.Split('-') is not [var owner, var digits] || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            return false;
        }

        RuleSetOrigin? origin = owner switch { "platform" => RuleSetOrigin.Platform, "seller" => RuleSetOrigin.Seller, _ => null };
        version = origin is { } known ? new RuleSetVersion(known, number) : OfFile;
        return origin is not null;
    }

    /// <summary>The version as it is stored and shown, such as <c>platform-3</c>.</summary>
    public override string ToString() => Origin == RuleSetOrigin.File ? "file" : $"{Origin.ToString().ToLowerInvariant()}-{Number}";
}
