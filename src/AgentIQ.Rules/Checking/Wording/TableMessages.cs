using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Checking.Wording;

/// <summary>What findings about rows beside each other say.</summary>
internal static class TableMessages
{
    public static LocalizedText Unreachable(string row, IReadOnlyList<string> covering, HitPolicy policy)
    {
        var names = Quoted.Names(covering);
        var (one, byRank) = (covering.Count == 1, policy == HitPolicy.Priority);
        return new LocalizedText(
            byRank
                ? $"Строка «{row}» никогда не решает: всегда, когда она подходит, {(one ? "подходит и строка" : "подходит и одна из строк")} {names.Ru} с не менее строгим итогом. Измените итог, сузьте {(one ? "условия той строки" : "условия тех строк")} или удалите эту."
                : $"Строка «{row}» никогда не решает: всё, что ей подходит, раньше {(one ? "забирает строка" : "забирают строки")} {names.Ru}. Поставьте её выше, сузьте {(one ? "условия той строки" : "условия тех строк")} или удалите эту.",
            byRank
                ? $"The row \"{row}\" never decides: whenever it applies, {(one ? "so does" : "so does one of")} {names.En} with an outcome at least as severe. Change the outcome, narrow {(one ? "that row" : "those rows")}, or delete this one."
                : $"The row \"{row}\" never decides: all that suits it is taken before by {names.En}. Move it up, narrow {(one ? "that row" : "those rows")}, or delete this one.");
    }

    public static LocalizedText Duplicate(string row, string other) => new(
        $"Строка «{row}» повторяет строку «{other}»: условия и итог те же. Удалите одну из них.",
        $"The row \"{row}\" repeats \"{other}\": the conditions and the outcome are the same. Delete one of them.");

    public static LocalizedText Contradiction(string row, string other, HitPolicy policy)
    {
        var (ru, en) = policy switch
        {
            HitPolicy.Unique => ("таблица допускает только одну, и решение не состоится", "the table allows only one, so no decision is made"),
            HitPolicy.Any => ("таблица требует согласия, и решение не состоится", "the table wants them to agree, so no decision is made"),
            HitPolicy.Priority => ("решает та, чей итог строже", "the more severe one decides"),
            HitPolicy.Collect => ("для итога без объединения (merge) засчитывается только первая", "for an output without a merge only the first counts"),
            _ => ("решает всегда та, что стоит раньше", "the earlier one always decides"),
        };
        return new LocalizedText(
            $"Строки «{row}» и «{other}» спрашивают одно и то же, а итог у них разный: {ru}. Исправьте условия одной из них или удалите лишнюю.",
            $"The rows \"{row}\" and \"{other}\" ask the same and say different things: {en}. Correct the conditions of one of them, or delete one.");
    }

    public static LocalizedText Overlap(string row, string other, HitPolicy policy, FactValues example)
    {
        var facts = Quoted.Facts(example);
        return policy == HitPolicy.Any
            ? new LocalizedText(
                $"Строки «{row}» и «{other}» подходят вместе, а итог у них разный: тогда решение не состоится. Например: {facts.Ru}. Сделайте итог одинаковым или разведите условия.",
                $"The rows \"{row}\" and \"{other}\" apply together and say different things: then no decision is made. For example: {facts.En}. Make them agree, or make their conditions exclude each other.")
            : new LocalizedText(
                $"Строки «{row}» и «{other}» подходят вместе, а таблица допускает только одну: тогда решение не состоится. Например: {facts.Ru}. Разведите условия или выберите другое правило выбора строки.",
                $"The rows \"{row}\" and \"{other}\" apply together, and the table allows only one: then no decision is made. For example: {facts.En}. Make their conditions exclude each other, or choose another hit policy.");
    }

    public static LocalizedText Gap(string table, FactValues example, IReadOnlyList<FactField> unknown, IReadOnlyList<FactField> withoutDefault)
    {
        var facts = Quoted.Facts(example);
        var missing = Quoted.Fields(unknown);
        var outputs = Quoted.Fields(withoutDefault);
        var (ruCase, enCase) = unknown.Count switch
        {
            0 => ($"Например: {facts.Ru}", $"For example: {facts.En}"),
            1 => ($"Например, значение {missing.Ru} неизвестно", $"For example, {missing.En} is not known"),
            _ => ($"Например, значения {missing.Ru} неизвестны", $"For example, {missing.En} are not known"),
        };
        if (unknown.Count > 0 && example.Catalogue.Fields.Any(field => example.IsKnown(field.Name)))
        {
            (ruCase, enCase) = ($"{ruCase}, а {facts.Ru}", $"{enCase} and {facts.En}");
        }

        return withoutDefault.Count == 0
            ? new LocalizedText(
                $"В таблице «{table}» есть случай, который не решает ни одна строка: тогда остаются значения по умолчанию. {ruCase}. Если это не задумано, добавьте строку.",
                $"The table \"{table}\" leaves a case that no row decides: the defaults hold then. {enCase}. If that is not meant, add a row.")
            : new LocalizedText(
                $"В таблице «{table}» есть случай, который не решает ни одна строка, а у {outputs.Ru} нет значения по умолчанию. {ruCase}. Добавьте строку или значение по умолчанию.",
                $"The table \"{table}\" leaves a case that no row decides, and {outputs.En} {(withoutDefault.Count == 1 ? "has" : "have")} no default. {enCase}. Add a row or a default.");
    }

    public static LocalizedText OutputNeverWritten(FactField output)
    {
        var name = Quoted.Field(output);
        return new LocalizedText(
            $"Итог {name.Ru} объявлен, но его не даёт ни одна строка и ни одно значение по умолчанию. Добавьте его в строки или уберите объявление.",
            $"The output {name.En} is declared, but no row and no default gives it. Add it to rows, or remove the declaration.");
    }

    public static LocalizedText ValuesNeverProduced(FactField output, IEnumerable<string> values)
    {
        var name = Quoted.Field(output);
        var labels = Quoted.Labels([.. values.Select(output.LabelOf)]);
        return new LocalizedText(
            $"Итог {name.Ru} никогда не бывает {labels.Ru}: так не говорит ни одна строка и ни одно значение по умолчанию. Если это не задумано, добавьте строку.",
            $"The output {name.En} is never {labels.En}: no row and no default says so. If that is not meant, add a row.");
    }
}
