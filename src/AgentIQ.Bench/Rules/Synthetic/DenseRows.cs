namespace AgentIQ.Bench.Rules.Synthetic;

/// <summary>Rows that nearly all come near a subject and are told apart by questions that no index answers: about half pass it, a third of those apply.</summary>
internal sealed class DenseRows : IRowShape
{
    private static readonly string[] Channels = ["review", "question", "chat"];

    private readonly Row[] _rows;

    public DenseRows(int count, int seed)
    {
        var random = new Random(seed);
        _rows = [.. Enumerable.Range(0, count).Select(place =>
        {
            var words = place % 4 == 0;
            return new Row(
                Bits.Of(random, Channels.Length, 2),
                random.Next(Subjects.GreatestAge / 2, Subjects.GreatestAge),
                random.Next(0, 3),
                words ? 0 : Bits.Of(random, Subjects.Flags, 3),
                words ? Bits.Of(random, Subjects.Words.Count, 2) : 0,
                random.Next(4),
                random.Next(1, 1_440));
        })];
    }

    public string Columns => """{"field": "channel", "op": "in"}, {"field": "age_minutes", "op": "lt"}, {"field": "messages", "op": "gte"}, {"field": "flags", "op": "hasAny"}, {"field": "text", "op": "containsAny"}""";

    public IEnumerable<(string When, int Level, int Minutes)> Document() => _rows.Select(row => (
        $$"""
        "channel": [{{string.Join(", ", Bits.Places(row.Channels).Select(channel => $"\"{Channels[channel]}\""))}}], "age_minutes": {{row.Age}}, "messages": {{row.Messages}}, {{(row.Words != 0 ? $"\"text\": {Bits.Words(row.Words)}" : $"\"flags\": {Bits.List("flag", row.Any)}")}}
        """,
        row.Level,
        row.Minutes));

    public Verdict Decide(in Subject subject)
    {
        var (level, minutes, count) = (-1, int.MaxValue, 0);
        foreach (ref readonly var row in _rows.AsSpan())
        {
            if ((row.Channels >> subject.Channel & 1) != 0
                && subject.AgeMinutes < row.Age
                && subject.Messages >= row.Messages
                && (row.Words == 0 ? (subject.Flags & row.Any) != 0 : (subject.Words & row.Words) != 0))
            {
                level = Math.Max(level, row.Level);
                minutes = Math.Min(minutes, row.Minutes);
                count++;
            }
        }

        return new Verdict(level, count == 0 ? -1 : minutes, count);
    }

    private readonly record struct Row(uint Channels, int Age, int Messages, uint Any, uint Words, int Level, int Minutes);
}
