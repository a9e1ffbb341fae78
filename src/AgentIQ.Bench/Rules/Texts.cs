using AgentIQ.Bench.Hosting;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Text;

namespace AgentIQ.Bench.Rules;

/// <summary>(e) Preparing texts, alone and with one pass of all phrases of the guardrails.</summary>
internal sealed class Texts : IRulesBenchmark
{
    private const int Length = 300;

    private static readonly string[] Sentences =
    [
        "Здравствуйте, Мария! Спасибо, что нашли время написать нам.", "Заказывала куртку на осень, размер М, пришла точно в срок.",
        "Очень жаль, что чайник не оправдал ожиданий — такого быть не должно.", "Подскажите, пожалуйста, когда будет 46 размер в наличии?",
        "Ткань плотная, швы ровные, но молния заедает через раз :(", "Упаковка была вся мятая, внутри не хватало двух деталей из 12!",
        "Мы передали ваш вопрос на склад и проверим всю партию.", "Ребёнку 5 лет, взяли на вырост, ещё и на весну останется.",
        "Оформите, пожалуйста, заявку на возврат в личном кабинете площадки.", "ЗАЧЕМ писать «натуральная кожа», если это кожзам???",
        "Приятного дня и удачных покупок 🌸", "Инструкция только на китайском, разобрались по видео за 15 минут.",
    ];

    public string Key => "e";

    public string Description => $"Texts of {Length} characters: prepared alone, and prepared with one pass of all phrases of the guardrails.";

    public Figures Run(RulesScale scale, CancellationToken ct)
    {
        var texts = Make(count: 256, seed: 3);
        var phrases = Phrases();
        var prepare = new Contestant(times => Sum(times, time => RussianText.Prepare(texts[time % texts.Length]).Tokens.Length));
        var scan = new Contestant(times => Sum(times, time => phrases.Scan(RussianText.Prepare(texts[time % texts.Length])).Count));
        Contestant.Race(scale, ct, prepare, scan);
        return new Figures
        {
            ["prepare_per_second"] = prepare.PerSecond,
            ["prepare_bytes"] = prepare.Bytes,
            ["prepare_and_scan_per_second"] = scan.PerSecond,
            ["prepare_and_scan_bytes"] = scan.Bytes,
            ["phrases"] = phrases.Patterns.Count,
        };
    }

    private static PhraseSet Phrases() => PhraseSet.Of(
    [
        .. ShippedSets.Load().Sets["guardrails"].Source.Tables.SelectMany(table => table.Rows).SelectMany(row => row.When.Questions())
            .Where(question => question.Reference.Field.Name == "reply_text").Select(question => question.Operand).OfType<PhrasesOperand>()
            .SelectMany(operand => operand.Patterns).DistinctBy(pattern => pattern.Source),
    ]);

    private static string[] Make(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => string.Join(' ', Enumerable.Range(0, 12).Select(_ => Sentences[random.Next(Sentences.Length)]))[..Length])];
    }

    private static long Sum(int times, Func<int, int> work)
    {
        var sum = 0L;
        for (var time = 0; time < times; time++)
        {
            sum += work(time);
        }

        return sum;
    }
}
