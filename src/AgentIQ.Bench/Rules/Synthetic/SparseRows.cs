namespace AgentIQ.Bench.Rules.Synthetic;

/// <summary>Rows of which few come near a subject: an intent, some regions, ratings from to, and flags or words.</summary>
internal sealed class SparseRows : IRowShape
{
    private readonly Row[] _rows;

    public SparseRows(int count, int seed)
    {
        var random = new Random(seed);
        _rows = [.. Enumerable.Range(0, count).Select(place =>
        {
            var from = random.Next(1, 5);
            var words = place % 4 == 0;
            return new Row(
                random.Next(Subjects.Intents),
                Bits.Of(random, Subjects.Regions, 3),
                from,
                random.Next(from, 6),
                words ? 0 : Bits.Of(random, Subjects.Flags, 2),
                words ? Bits.Of(random, Subjects.Words.Count, 2) : 0,
                random.Next(4),
                random.Next(1, 1_440));
        })];
    }

    public string Columns => """{"field": "intent", "op": "eq"}, {"field": "region", "op": "in"}, {"field": "rating", "op": "between"}, {"field": "flags", "op": "hasNone"}, {"field": "text", "op": "containsAny"}""";

    public IEnumerable<(string When, int Level, int Minutes)> Document() => _rows.Select(row => (
        $$"""
        "intent": "intent_{{row.Intent}}", "region": {{Bits.List("region", row.Regions)}}, "rating": [{{row.From}}, {{row.To}}], {{(row.Words != 0 ? $"\"text\": {Bits.Words(row.Words)}" : $"\"flags\": {Bits.List("flag", row.Without)}")}}
        """,
        row.Level,
        row.Minutes));

    public Verdict Decide(in Subject subject)
    {
        var (level, minutes, count) = (-1, int.MaxValue, 0);
        foreach (ref readonly var row in _rows.AsSpan())
        {
            if (subject.Intent == row.Intent
                && (row.Regions >> subject.Region & 1) != 0
                && subject.Rating >= row.From && subject.Rating <= row.To
                && (row.Words == 0 ? (subject.Flags & row.Without) == 0 : (subject.Words & row.Words) != 0))
            {
                level = Math.Max(level, row.Level);
                minutes = Math.Min(minutes, row.Minutes);
                count++;
            }
        }

        return new Verdict(level, count == 0 ? -1 : minutes, count);
    }

    private readonly record struct Row(int Intent, uint Regions, int From, int To, uint Without, uint Words, int Level, int Minutes);
}
