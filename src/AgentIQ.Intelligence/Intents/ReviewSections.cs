using System.Text.RegularExpressions;
using AgentIQ.Rules.Text;

namespace AgentIQ.Intelligence.Intents;

/// <summary>A customer's text taken apart: what was said freely, what under «Плюсы», what under «Минусы».</summary>
internal sealed record ReviewSections(string Free, string Pros, string Cons)
{
    private static readonly Regex Label = new(
        @"(?:^|\n)\s*(?:плюсы|достоинства|преимущества|минусы|недостатки)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    // «Минусы: нет» and its kin say that nothing is wrong.
    private static readonly HashSet<string> NothingWrong = new(StringComparer.Ordinal)
    {
        "пока", "их", "тут", "здесь", "вообще", "совсем", "просто", "таковых", "минусов", "недостатков", "достатков", "ничего", "нет", "нету", "не", "ни", "каких",
        "никаких", "обнаружил", "обнаружила", "обнаружили", "обнаружено", "обнаружен", "обнаружены", "нашел", "нашла", "нашли", "найдено", "найдены", "заметил",
        "заметила", "заметили", "замечено", "выявил", "выявила", "выявлено", "увидел", "увидела", "отсутствуют", "отсутствует", "вижу", "знаю", "все", "так", "у", "меня", "для",
    };

    public static ReviewSections Of(CustomerText customer)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal) { ["free"] = "", ["pros"] = customer.Pros ?? "", ["cons"] = customer.Cons ?? "" };
        var section = "free";
        var from = 0;
        foreach (var label in Label.EnumerateMatches(customer.Text))
        {
            Append(section, customer.Text[from..label.Index]);
            section = char.ToLowerInvariant(customer.Text.AsSpan(label.Index, label.Length).TrimStart()[0]) is 'п' or 'д' ? "pros" : "cons";
            from = label.Index + label.Length;
        }

        Append(section, customer.Text[from..]);
        return new ReviewSections(parts["free"].Trim(), parts["pros"].Trim(), SaysNothing(parts["cons"]) ? "" : parts["cons"].Trim());

        void Append(string name, string text) => parts[name] = parts[name].Length == 0 ? text : $"{parts[name]}\n{text}";
    }

    private static bool SaysNothing(string cons)
    {
        var text = RussianText.Prepare(cons);
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (char.IsLetterOrDigit(text.Form(i)[0]) && !NothingWrong.Contains(text.Form(i).ToString()))
            {
                return false;
            }
        }

        return true;
    }
}
