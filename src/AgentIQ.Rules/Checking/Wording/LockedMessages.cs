using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Checking.Wording;

/// <summary>What findings about locked tables say.</summary>
internal static class LockedMessages
{
    public static LocalizedText Missing(string table) => new(
        $"Нет таблицы «{table}». Она закреплена за платформой, убрать её нельзя: верните её без изменений.",
        $"The table \"{table}\" is missing. It belongs to the platform and cannot be removed: put it back as it was.");

    public static LocalizedText Differs(string table, LocalizedText what) => new(
        $"Таблица «{table}» закреплена за платформой, а {what.Ru}. Верните как у платформы; свои правила пишите в своей таблице.",
        $"The table \"{table}\" belongs to the platform, but {what.En}. Put it back as the platform has it; write your own rules in a table of your own.");

    public static LocalizedText HitPolicy { get; } = new("правило выбора строки в ней другое", "its hit policy is different");

    public static LocalizedText Unlocked { get; } = new("пометка locked с неё снята", "its mark \"locked\" was taken off");

    public static LocalizedText Columns { get; } = new("столбцы в ней другие", "its columns are different");

    public static LocalizedText Heading { get; } = new("её название или описание другое", "its title or description is different");

    public static LocalizedText RowOrder { get; } = new("порядок строк в ней другой", "the order of its rows is different");

    public static LocalizedText TableOrder { get; } = new("стоит она не в том порядке среди закреплённых таблиц", "it stands in another order among the locked tables");

    public static LocalizedText RowMissing(string row) => new($"строки «{row}» в ней нет", $"the row \"{row}\" is missing");

    public static LocalizedText RowAdded(string row) => new($"строка «{row}» в ней лишняя", $"the row \"{row}\" was added");

    public static LocalizedText RowChanged(string row) => new($"строка «{row}» в ней изменена", $"the row \"{row}\" was changed");

    public static LocalizedText Output(FactField output)
    {
        var name = Quoted.Field(output);
        return new LocalizedText(
            $"Итог {name.Ru} дают закреплённые таблицы, поэтому его тип, значения и способ объединения (merge) должны быть как у платформы. Верните объявление.",
            $"Locked tables put out {name.En}, so its type, values and merge must be as the platform has them. Put the declaration back.");
    }

    public static LocalizedText Declaration(FactField output)
    {
        var name = Quoted.Field(output);
        return new LocalizedText(
            $"Итог {name.Ru} читает программа, поэтому его тип и значения должны быть как у платформы. Верните объявление.",
            $"The product reads {name.En}, so its type and values must be as the platform has them. Put the declaration back.");
    }

    public static LocalizedText NoDefault(FactField output)
    {
        var name = Quoted.Field(output);
        return new LocalizedText(
            $"Итог {name.Ru} нужен всегда, а без значения по умолчанию его может не быть. Задайте его в строке «если ничего не подошло».",
            $"{name.En} is always needed, and without a default it may be missing. Give it in the row for when nothing applies.");
    }

    public static LocalizedText Default(FactField output, string part)
    {
        var name = Quoted.Field(output);
        return new LocalizedText(
            $"Значение {name.Ru} в {part} должно быть как у платформы: его дают закреплённые таблицы. Верните его.",
            $"The value of {name.En} in {part} must be as the platform has it: locked tables put it out. Put it back.");
    }

    public static LocalizedText Overridden(string table, string locked, FactField output, bool before)
    {
        var name = Quoted.Field(output);
        return new LocalizedText(
            $"Таблица «{table}» стоит {(before ? "до" : "после")} закреплённой таблицы «{locked}» и может отменить её решение: обе дают {name.Ru}. Уберите этот итог из своей таблицы{(before ? " или поставьте её позже" : " или поставьте её раньше")}.",
            $"The table \"{table}\" stands {(before ? "before" : "after")} the locked table \"{locked}\" and can undo what it decides: both put out {name.En}. Take this output out of your table, or place it {(before ? "later" : "earlier")}.");
    }
}
