using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Checking.Wording;

/// <summary>What findings about single conditions say.</summary>
internal static class ConditionMessages
{
    public static LocalizedText NothingLeft(FieldCondition question, bool wholeRow)
    {
        var field = Quoted.Field(question.Reference.Field);
        return new LocalizedText(
            $"Условие на {field.Ru} ({Quoted.Written(question)}) не выполняется никогда: такого значения не бывает. {(wholeRow ? "Поэтому строка никогда не сработает. " : "")}Исправьте значение или уберите условие.",
            $"The condition on {field.En} ({Quoted.Written(question)}) is never true: no value satisfies it. {(wholeRow ? "So the row never applies. " : "")}Correct the value or remove the condition.");
    }

    public static LocalizedText Excluding(string row, IEnumerable<FactField> fields)
    {
        List<FactField> different = [.. fields.Distinct()];
        var names = Quoted.Fields(different);
        return different.Count == 1
            ? new LocalizedText(
                $"Строка «{row}» никогда не сработает: её условия на {names.Ru} исключают друг друга. Исправьте одно из них или удалите строку.",
                $"The row \"{row}\" never applies: its conditions on {names.En} exclude each other. Correct one of them or delete the row.")
            : new LocalizedText(
                $"Строка «{row}» никогда не сработает: условия на {names.Ru} вместе невыполнимы. Исправьте одно из них или удалите строку.",
                $"The row \"{row}\" never applies: the conditions on {names.En} cannot hold together. Correct one of them or delete the row.");
    }

    public static LocalizedText DeadPart(IEnumerable<FactField> fields, bool wholeRow)
    {
        var names = Quoted.Fields(fields);
        return new LocalizedText(
            $"Эта часть условия невыполнима: вопросы о {names.Ru} исключают друг друга. {(wholeRow ? "Поэтому строка никогда не сработает. " : "")}Исправьте один из них или уберите эту часть.",
            $"This part of the condition is never true: its questions about {names.En} exclude each other. {(wholeRow ? "So the row never applies. " : "")}Correct one of them or remove this part.");
    }

    public static LocalizedText AlwaysTrue(FieldCondition question, bool canBeUnknown)
    {
        var field = Quoted.Field(question.Reference.Field);
        return canBeUnknown
            ? new LocalizedText(
                $"Условие на {field.Ru} ({Quoted.Written(question)}) подходит любому значению: оно требует только, чтобы значение было известно. Если так и задумано, напишите isKnown, иначе уберите условие.",
                $"The condition on {field.En} ({Quoted.Written(question)}) suits every value: all it asks is that the value is known. If that is meant, write isKnown; else remove the condition.")
            : new LocalizedText(
                $"Условие на {field.Ru} ({Quoted.Written(question)}) выполняется всегда. Уберите его.",
                $"The condition on {field.En} ({Quoted.Written(question)}) always holds. Remove it.");
    }

    public static LocalizedText AlwaysTruePart(IEnumerable<FactField> fields)
    {
        var names = Quoted.Fields(fields);
        return new LocalizedText(
            $"Эта часть условия ничего не исключает: ответы на вопросы о {names.Ru} вместе всегда дают «да», когда значения известны. Уберите её или исправьте.",
            $"This part of the condition excludes nothing: its questions about {names.En} together always say yes when the values are known. Remove or correct it.");
    }

    public static LocalizedText NeverProduced(FieldCondition question, IReadOnlyList<LocalizedText> values)
    {
        var field = Quoted.Field(question.Reference.Field);
        var names = Quoted.Labels(values);
        return new LocalizedText(
            $"В условии на {field.Ru} {(values.Count == 1 ? "есть значение" : "есть значения")} {names.Ru}, но ни одна строка предыдущих таблиц и ни одно значение по умолчанию такого не даёт. Уберите лишнее или добавьте строку, которая его даёт.",
            $"The condition on {field.En} names {names.En}, which no row of an earlier table and no default puts out. Remove it, or add a row that puts it out.");
    }

    public static LocalizedText Repeated(FieldCondition question, IReadOnlyList<string> values)
    {
        var field = Quoted.Field(question.Reference.Field);
        var names = Quoted.Names(values);
        return new LocalizedText(
            $"В условии на {field.Ru} повторяется {names.Ru}. Оставьте по одному.",
            $"The condition on {field.En} repeats {names.En}. Keep one of each.");
    }

    public static LocalizedText PhraseWithin(FieldCondition question, string longer, string shorter)
    {
        var field = Quoted.Field(question.Reference.Field);
        return new LocalizedText(
            $"В условии на {field.Ru} фраза «{longer}» лишняя: где она есть, найдётся и «{shorter}». Уберите её или уточните короткую.",
            $"In the condition on {field.En} the phrase \"{longer}\" adds nothing: wherever it stands, \"{shorter}\" is found too. Remove it, or narrow the shorter one.");
    }
}
