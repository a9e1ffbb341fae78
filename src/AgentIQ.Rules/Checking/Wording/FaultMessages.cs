using System.Text.RegularExpressions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Checking.Wording;

/// <summary>
/// Says a fault of the reader in Russian too. Its messages have one form, "expected ..., came ...; advice", made of the phrases
/// below; a phrase that is not in the list stays as it is, because half a translation helps more than none.
/// </summary>
internal static class FaultMessages
{
    private static readonly (Regex English, string Russian)[] Expected = Compile(
    [
        ("an object of facts", "объект с фактами"),
        ("an object of labels", "объект с подписями значений"),
        ("an object of outputs", "объект с итогами"),
        ("an object of cells", "объект с ячейками"),
        ("an object", "объект"),
        ("a fact of the catalogue", "факт из каталога"),
        ("one of the facts", "один из фактов"),
        ("one of the outputs of the set", "один из итогов набора"),
        ("one of *", "одно из: $1"),
        ("a whole number from * to *", "целое число от $1 до $2"),
        ("a whole number from *", "целое число не меньше $1"),
        ("a whole number up to *", "целое число не больше $1"),
        ("a whole number", "целое число"),
        ("a number with at most six digits after the point from * to *", "число от $1 до $2, не больше шести знаков после точки"),
        ("a number with at most six digits after the point*", "число, не больше шести знаков после точки"),
        ("a number", "число"),
        ("true or false", "true или false"),
        ("a duration", "длительность"),
        ("a moment", "момент времени"),
        ("a text", "текст"),
        ("a list of 1 to * values", "список от 1 до $1 значений"),
        ("a list of *", "список из значений: $1"),
        ("a list", "список"),
        ("a JSON document", "документ JSON"),
        ("a value", "значение"),
        ("{ \"ru\": ..., \"en\": ... }", "{ \"ru\": ..., \"en\": ... }"),
        ("every output once", "каждый итог один раз"),
        ("at least one output", "хотя бы один итог"),
        ("every row id once in a set", "каждое имя строки один раз в наборе"),
        ("every table name once in a set", "каждое имя таблицы один раз в наборе"),
        ("an output type", "тип, который бывает у итога"),
        ("a merge that suits *", "способ объединения, который подходит типу $1"),
        ("an output of the set (*)", "итог набора ($1)"),
        ("an output of an earlier table", "итог предыдущей таблицы"),
        ("columns with different ids", "столбцы с разными именами"),
        ("the outputs of the row", "итоги строки"),
        ("a column of the table (*)", "столбец таблицы ($1)"),
        ("at most * parts", "не больше $1 частей"),
        ("at most * levels", "не больше $1 уровней вложенности"),
        ("at least one part", "хотя бы одна часть"),
        ("\"field\" or \"output\"", "\"field\" или \"output\""),
        ("an operator of type * (*)", "оператор для типа $1 ($2)"),
        ("two values, the smaller one first", "два значения, сначала меньшее"),
        ("a phrase pattern", "фраза для поиска"),
        ("a regular expression of at most * characters", "регулярное выражение не длиннее $1 знаков"),
        ("a regular expression without back-references and look-around", "регулярное выражение без обратных ссылок и просмотра вперёд и назад"),
        ("a list of values for enum and set and none for other types", "список значений у enum и set и никакого у других типов"),
        ("at most * values for a set", "не больше $1 значений у множества"),
        ("different values", "разные значения"),
    ]);

    private static readonly (Regex English, string Russian)[] Came = Compile(
    [
        ("nothing", "ничего"),
        ("none", "ни одного"),
        ("more", "больше"),
        ("something else: *", "что-то другое ($1)"),
        ("one of them twice", "одно из них дважды"),
        ("* 2 times", "$1 дважды"),
        ("* times", "$1 раз"),
    ]);

    private static readonly (Regex English, string Russian)[] Advice = Compile(
    [
        ("Text pattern «*», character *: the word '*' is in no dictionary; write '*' for exactly this form or '*' for a beginning.", "в словаре нет слова «$3»; напишите «$4», если нужна именно эта форма, или «$5», если начало слова"),
        ("Text pattern «*», character *: a pattern needs at least one word that is not optional.", "нужно хотя бы одно обязательное слово"),
        ("Text pattern «*», character *: any order is offered for at most three words.", "любой порядок возможен не больше чем для трёх слов"),
        ("Text pattern «*», character *: a gap is written *", "знак $2: пропуск пишется [..N], N от 1 до 10"),
        ("Text pattern «*», character *: a guard is written *", "знак $2: исключение пишется так: !<N(слова) до фразы или !>N(слова) после неё"),
        ("Text pattern «*», character *: ')' is missing.", "знак $2: не хватает закрывающей скобки"),
        ("Text pattern «*», character *: a range of numbers is written *", "знак $2: промежуток чисел пишется #44-60, любое число — #"),
        ("Text pattern «*», character *: a word is expected.", "знак $2: здесь должно быть слово"),
        ("Invalid pattern *", "выражение не разобрать: $1"),
        ("RegexOptions.NonBacktracking is not supported *", "такие выражения не поддерживаются, упростите его"),
        ("write { } with *", "запишите { } с полями $1"),
        ("write it without quotation marks", "запишите без кавычек"),
        ("write it in quotation marks", "запишите в кавычках"),
        ("write it like *", "запишите так: $1"),
        ("write a list, [] for none", "запишите список, пустой — []"),
        ("write the set's name, such as priority", "запишите имя набора, например priority"),
        ("write the name of the field", "запишите имя поля"),
        ("write the Russian sentence", "напишите фразу по-русски"),
        ("write the English sentence", "напишите фразу по-английски"),
        ("write a name in snake_case", "запишите имя латиницей в snake_case"),
        ("write a value in snake_case", "запишите значение латиницей в snake_case"),
        ("write a short name that stays the same", "дайте короткое имя, которое не будет меняться"),
        ("write a word or a phrase", "напишите слово или фразу"),
        ("write a regular expression", "напишите регулярное выражение"),
        ("write a row's id", "запишите имя строки"),
        ("write [from, to]", "запишите [от, до]"),
        ("write [ ... ]; a longer list belongs into several rows", "запишите [ ... ]; длинный список разбейте на несколько строк"),
        ("write { \"all\": [...] }, { \"any\": [...] }, { \"not\": ... } or *", "запишите { \"all\": [...] }, { \"any\": [...] }, { \"not\": ... } или $1"),
        ("write *", "запишите $1"),
        ("known: *", "есть такие: $1"),
        ("choose one of them", "выберите одно из них"),
        ("choose one, or add it to the values of *", "выберите одно или добавьте его к значениям $1"),
        ("add it", "добавьте"),
        ("rename it", "переименуйте"),
        ("rename one of them", "переименуйте одно из них"),
        ("rename or remove it", "переименуйте или уберите"),
        ("add one or remove it", "добавьте или уберите пустой список"),
        ("add the column or rename the cell", "добавьте столбец или переименуйте ячейку"),
        ("a value outside the field's range can never occur", "значения вне этих пределов не бывает"),
        ("people see it as the reason", "люди видят это как причину"),
        ("declare what the set decides", "объявите, что решает набор"),
        ("declare it under outputs", "объявите его в outputs"),
        ("a text is a fact of a person; use string or localized", "text бывает только у фактов; возьмите string или localized"),
        ("max and min are for numbers and enums, union for sets, any and all for bool", "max и min — для чисел и enum, union — для множеств, any и all — для bool"),
        ("give the second column of * an \"id\" of its own", "дайте второму столбцу $1 свой \"id\""),
        ("say what the row decides", "запишите, что решает строка"),
        ("say what the field is compared with", "запишите, с чем сравнивать"),
        ("say what is asked about", "запишите, о чём вопрос"),
        ("say what the example shows", "запишите, что показывает пример"),
        ("say where the rule comes from", "запишите, откуда правило"),
        ("a greater one comes first; leave it out for 0", "большее идёт раньше; для 0 не пишите ничего"),
        ("split the row", "разбейте строку на несколько"),
        ("split it into several rows", "разбейте на несколько строк"),
        ("move a part into a row of its own", "вынесите часть в отдельную строку"),
        ("only a later table reads what an earlier one put out; reorder the tables", "итог читает только таблица, которая стоит позже; переставьте таблицы"),
        ("true asks for a value, false for none", "true — значение есть, false — значения нет"),
        ("list the *", "перечислите значения"),
        ("* is *", "тип поля $1 — $2"),
    ]);

    public static LocalizedText Of(string message) => new(Russian(message), Sentence(message));

    private static string Russian(string message)
    {
        var start = message.IndexOf("expected ", StringComparison.Ordinal);
        var came = message.IndexOf(", came ", StringComparison.Ordinal);
        if (start < 0 || came < start)
        {
            return $"Документ не читается: {message}";
        }

        var expected = message[(start + "expected ".Length)..came];
        var rest = message[(came + ", came ".Length)..];

        // What came is quoted from the document and may hold a semicolon itself, so the first known advice ends it.
        for (var end = rest.IndexOf("; ", StringComparison.Ordinal); end >= 0; end = rest.IndexOf("; ", end + 1, StringComparison.Ordinal))
        {
            if (Translated(Advice, rest[(end + 2)..]) is { } advice)
            {
                return $"Нужно: {Or(Expected, expected)}. Стоит: {Or(Came, rest[..end])}. {Sentence(advice)}";
            }
        }

        return $"Нужно: {Or(Expected, expected)}. Стоит: {Or(Came, rest)}.";
    }

    private static string Or((Regex English, string Russian)[] phrases, string english) => Translated(phrases, english) ?? english;

    private static string? Translated((Regex English, string Russian)[] phrases, string english) =>
        phrases.Where(phrase => phrase.English.IsMatch(english)).Select(phrase => phrase.English.Replace(english, phrase.Russian)).FirstOrDefault();

    private static string Sentence(string text) =>
        text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}{(text[^1] is '.' or '}' or ']' ? "" : ".")}";

    private static (Regex English, string Russian)[] Compile(IEnumerable<(string English, string Russian)> phrases) =>
    [
        .. phrases.Select(phrase => (
            new Regex($"^{Regex.Escape(phrase.English).Replace(@"\*", "(.*)", StringComparison.Ordinal)}$", RegexOptions.NonBacktracking | RegexOptions.Singleline, TimeSpan.FromSeconds(1)),
            phrase.Russian)),
    ];
}
