using AgentIQ.Rules.Facts;

namespace AgentIQ.Bench.Rules.Synthetic;

/// <summary>Random interactions of fifteen fields, each in both forms: facts for the engine, a structure for the code written by hand.</summary>
internal static class Subjects
{
    public const int Flags = 9;

    public const int Intents = 15;

    public const int Regions = 20;

    public const int GreatestAge = 9_000;

    private static readonly string[] Channels = ["review", "question", "chat"];

    /// <summary>Every other time a subject's text holds one of these.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        "возврат", "доставка", "упаковка", "запах", "чайник", "куртка", "кнопка", "экран", "батарея", "гарантия", "продавец", "склад", "курьер",
        "посылка", "подарок", "скидка", "ткань", "карман", "подошва", "каблук", "рукав", "пуговица", "колесо", "крышка", "провод", "зарядка",
        "динамик", "инструкция", "коробка", "пакет",
    ];

    public static FactCatalogue Catalogue { get; } = new(
    [
        new FactField("marketplace", FactType.Enum, "wildberries", "ozon"),
        new FactField("channel", FactType.Enum, Channels),
        new FactField("intent", FactType.Enum, Named("intent", Intents)),
        new FactField("region", FactType.Enum, Named("region", Regions)),
        new FactField("sentiment", FactType.Enum, "negative", "neutral", "positive"),
        new FactField("rating", FactType.Int) { Minimum = 1, Maximum = 5, Nullable = true },
        new FactField("age_minutes", FactType.Int) { Minimum = 0 },
        new FactField("messages", FactType.Int) { Minimum = 0 },
        new FactField("similar", FactType.Int) { Minimum = 0 },
        new FactField("confidence", FactType.Decimal) { Minimum = 0, Maximum = 1 },
        new FactField("continued", FactType.Bool),
        new FactField("with_photo", FactType.Bool),
        new FactField("flags", FactType.Set, Named("flag", Flags)),
        new FactField("product", FactType.String),
        new FactField("text", FactType.Text),
    ]);

    public static IReadOnlyList<string> Named(string what, int count) => [.. Enumerable.Range(0, count).Select(place => $"{what}_{place}")];

    public static (Subject[] ByHand, FactValues[] Facts) Make(int count, int seed)
    {
        var random = new Random(seed);
        var pairs = Enumerable.Range(0, count).Select(_ => One(random)).ToList();
        return ([.. pairs.Select(pair => pair.Subject)], [.. pairs.Select(pair => pair.Facts)]);
    }

    private static (Subject Subject, FactValues Facts) One(Random random)
    {
        int[] words = [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(Words.Count)).Distinct()];
        int[] flags = [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(Flags)).Distinct()];
        var subject = new Subject(
            random.Next(Channels.Length),
            random.Next(Intents),
            random.Next(Regions),
            random.Next(4) == 0 ? 0 : random.Next(1, 6),
            random.Next(GreatestAge),
            random.Next(6),
            (uint)flags.Sum(flag => 1 << flag),
            (ulong)words.Sum(word => 1L << word));
        var facts = new FactValues(Catalogue)
            .Set("marketplace", "wildberries").Set("channel", Channels[subject.Channel]).Set("intent", $"intent_{subject.Intent}")
            .Set("region", $"region_{subject.Region}").Set("sentiment", "neutral").Set("rating", subject.Rating == 0 ? null : (long)subject.Rating)
            .Set("age_minutes", (long)subject.AgeMinutes).Set("messages", (long)subject.Messages).Set("similar", 0L).Set("confidence", 0.5m)
            .Set("continued", false).Set("with_photo", true).Set("flags", flags.Select(flag => $"flag_{flag}")).Set("product", "142536")
            .Set("text", $"Здравствуйте, пишу вам снова: {string.Join(", ", words.Select(word => Words[word]))}. Жду ответа.");
        return (subject, facts);
    }
}
