namespace AgentIQ.Rules.Sentences;

/// <summary>A length of time taken apart as people say it: the largest unit first, units of which there are none left out.</summary>
internal static class DurationParts
{
    public static IEnumerable<(TimePart Part, decimal Count)> Of(TimeSpan length)
    {
        if (length == TimeSpan.Zero)
        {
            return [(TimePart.Minute, 0)];
        }

        (TimePart Part, decimal Count)[] parts =
        [
            (TimePart.Day, length.Days),
            (TimePart.Hour, length.Hours),
            (TimePart.Minute, length.Minutes),
            (TimePart.Second, length.Ticks % TimeSpan.TicksPerMinute / (decimal)TimeSpan.TicksPerSecond),
        ];
        return parts.Where(part => part.Count != 0).Select(part => (part.Part, Math.Abs(part.Count)));
    }
}
