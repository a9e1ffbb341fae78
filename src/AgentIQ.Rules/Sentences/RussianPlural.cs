namespace AgentIQ.Rules.Sentences;

/// <summary>The forms of a Russian noun after a number: 1 день, 2 дня, 5 дней.</summary>
internal static class RussianPlural
{
    public static string Of(decimal count, string one, string few, string many)
    {
        if (count != decimal.Truncate(count))
        {
            return few;
        }

        var (tens, ones) = (Math.Abs(count) % 100, Math.Abs(count) % 10);
        return tens is >= 11 and <= 14 ? many : ones switch { 1 => one, 2 or 3 or 4 => few, _ => many };
    }
}
