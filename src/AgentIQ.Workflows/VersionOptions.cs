using System.Globalization;

namespace AgentIQ.Workflows;

/// <summary>Which version of a definition is meant (elsa-studio-contract 2.0 and 5.6).</summary>
public readonly record struct VersionOptions
{
    private VersionOptions(string kind, int? number)
    {
        Kind = kind;
        Number = number;
    }

    /// <summary>The one that is edited. The default.</summary>
    public static VersionOptions Latest { get; } = new("Latest", number: null);

    /// <summary>The one that new instances run.</summary>
    public static VersionOptions Published { get; } = new("Published", number: null);

    /// <summary>Either, the higher one first.</summary>
    public static VersionOptions LatestOrPublished { get; } = new("LatestOrPublished", number: null);

    /// <summary>A version that is both.</summary>
    public static VersionOptions LatestAndPublished { get; } = new("LatestAndPublished", number: null);

    /// <summary>The highest that is not published.</summary>
    public static VersionOptions Draft { get; } = new("Draft", number: null);

    /// <summary>Every one, the highest first.</summary>
    public static VersionOptions AllVersions { get; } = new("AllVersions", number: null);

    /// <summary>The name, or <c>Number</c>.</summary>
    public string Kind { get => field ?? "Latest"; }

    /// <summary>The exact number, else null.</summary>
    public int? Number { get; }

    /// <summary>Exactly that version.</summary>
    /// <param name="version">1-based.</param>
    public static VersionOptions Of(int version) => new("Number", version);

    /// <summary>Reads what the designer sends: a name in any case, or a number. An empty text means every version.</summary>
    /// <returns>False when it is neither.</returns>
    public static bool TryParse(string? text, out VersionOptions options)
    {
        options = AllVersions;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            options = Of(number);
            return true;
        }

        foreach (var known in (ReadOnlySpan<VersionOptions>)[Latest, Published, LatestOrPublished, LatestAndPublished, Draft, AllVersions])
        {
            if (string.Equals(known.Kind, text, StringComparison.OrdinalIgnoreCase))
            {
                options = known;
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc />
    public override string ToString() => Number?.ToString(CultureInfo.InvariantCulture) ?? Kind;
}
