using System.Globalization;
using System.Xml;

namespace AgentIQ.Rules.Facts;

/// <summary>Lengths of time as people write them in a rule: 45s, 30m, 12h, 3d, or ISO 8601.</summary>
internal static class DurationText
{
    public static bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        if (text.Length < 2)
        {
            return false;
        }

        if (text[0] is 'P' or '-')
        {
            return TryParseIso(text, out value);
        }

        if (!int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
        {
            return false;
        }

        long seconds = text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, _ => -1 };
        if (seconds < 0 || amount > TimeSpan.MaxValue.TotalSeconds / seconds)
        {
            return false;
        }

        value = TimeSpan.FromSeconds(amount * seconds);
        return true;
    }

    public static string Format(TimeSpan value) => XmlConvert.ToString(value);

    private static bool TryParseIso(string text, out TimeSpan value)
    {
        value = default;
        try
        {
            value = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
