using AgentIQ.Rules.Comparison;

namespace AgentIQ.Rules.Tests.Comparison;

/// <summary>Every kind of difference between two versions, as its author would say it.</summary>
public sealed class ComparisonTests
{
    private const string Late = """{"id": "late", "priority": 2, "description": {"ru": "Ждёт час", "en": "Waits an hour"}, "when": {"waiting_minutes": 60}, "then": {"priority": "high"}},""";
    private const string Free = """{"id": "free", "description": {"ru": "Повтор", "en": "Again"}, "condition": {"any": [{"field": "repeated", "op": "eq", "value": true}, {"field": "article", "op": "eq", "value": "1"}]}, "then": {"priority": "high"}},""";

    /// <summary>A piece of the document, its replacement, the kind, table/row/cell, the words.</summary>
    public static TheoryData<string, string, ChangeKind, string, string, string> Differences => new()
    {
        { "\"first_response_minutes\": 30", "\"first_response_minutes\": 20", ChangeKind.Changed, "cases/bad/first_response_minutes", "Строка «Отзыв 1–2»: срок первого ответа 30 мин → 20 мин", "Row “A review of 1–2”: the first response 30 min → 20 min" },
        { ", \"first_response_minutes\": 30", "", ChangeKind.Removed, "cases/bad/first_response_minutes", "Строка «Отзыв 1–2»: убрано: срок первого ответа — 30 мин", "Row “A review of 1–2”: removed: the first response is 30 min" },
        { "{\"priority\": \"low\"}", "{\"priority\": \"low\", \"escalate\": true}", ChangeKind.Added, "cases/good/escalate", "Строка «Отзыв 4–5»: добавлено: эскалация — да", "Row “A review of 4–5”: added: the escalation is yes" },
        { "\"rating\": [1, 2]", "\"rating\": [1, 2, 3]", ChangeKind.Changed, "cases/bad/rating", "Строка «Отзыв 1–2»: оценка 1–2 → оценка 1–3", "Row “A review of 1–2”: the rating is 1–2 → the rating is 1–3" },
        { ", \"rating\": [1, 2]", "", ChangeKind.Removed, "cases/bad/rating", "Строка «Отзыв 1–2»: убрано: оценка 1–2", "Row “A review of 1–2”: removed: the rating is 1–2" },
        { "{\"waiting_minutes\": 60}", "{\"waiting_minutes\": 60, \"channel\": \"chat\"}", ChangeKind.Added, "cases/late/channel", "Строка «Ждёт час»: добавлено: канал — чат", "Row “Waits an hour”: added: the channel is chat" },
        { "{\"waiting_minutes\": 60}", "{\"waiting_minutes\": {\"op\": \"gt\", \"value\": 60}}", ChangeKind.Changed, "cases/late/waiting_minutes", "Строка «Ждёт час»: ожидание не меньше 1 ч → ожидание больше 1 ч", "Row “Waits an hour”: the waiting time is at least 1 h → the waiting time is more than 1 h" },
        { "\"value\": \"1\"}]", "\"value\": \"2\"}]", ChangeKind.Changed, "cases/free/condition", "Строка «Повтор»: либо повтор — да, либо артикул — «1» → либо повтор — да, либо артикул — «2»", "Row “Again”: either the repetition is yes, or the article is “1” → either the repetition is yes, or the article is “2”" },
        { "\"when\": {\"channel\": \"review\", \"rating\": [4, 5]}", "\"condition\": {\"all\": [{\"field\": \"rating\", \"op\": \"in\", \"value\": [5, 4]}, {\"field\": \"channel\", \"op\": \"eq\", \"value\": \"review\"}]}", ChangeKind.Changed, "cases/good/condition", "Строка «Отзыв 4–5»: условия записаны иначе, смысл тот же", "Row “A review of 4–5”: its conditions are written in another form and mean the same" },
        { "\"id\": \"good\"", "\"id\": \"good\", \"enabled\": false", ChangeKind.Changed, "cases/good/", "Строка «Отзыв 4–5»: выключена", "Row “A review of 4–5”: switched off" },
        { "\"priority\": 2", "\"priority\": 1", ChangeKind.Changed, "cases/late/", "Строка «Ждёт час»: старшинство 2 → 1", "Row “Waits an hour”: rank 2 → 1" },
        { "\"ru\": \"Ждёт час\"", "\"ru\": \"Ждёт долго\"", ChangeKind.Changed, "cases/late/", "Строка «Ждёт долго»: описание «Ждёт час» → «Ждёт долго»", "Row “Waits an hour”: description “Waits an hour” → “Waits an hour”" },
        { "\"domain.md 5\"", "\"domain.md 6\"", ChangeKind.Changed, "cases/bad/", "Строка «Отзыв 1–2»: примечание «domain.md 5» → «domain.md 6»", "Row “A review of 1–2”: note “domain.md 5” → “domain.md 6”" },
        { Late, "", ChangeKind.Removed, "cases/late/", "Строка «Ждёт час»: убрана", "Row “Waits an hour”: removed" },
        { Free, Free + Free.Replace("\"free\"", "\"new\"", StringComparison.Ordinal), ChangeKind.Added, "cases/new/", "Строка «Повтор»: добавлена", "Row “Again”: added" },
        { "\"hitPolicy\": \"collect\"", "\"hitPolicy\": \"unique\"", ChangeKind.Changed, "extra//", "Таблица «extra»: считаются все подходящие строки → подходит только одна строка", "Table “extra”: every row that applies counts → only one row applies" },
        { "\"hitPolicy\": \"first\"", "\"hitPolicy\": \"any\"", ChangeKind.Changed, "cases//", "Таблица «Случаи»: решает первая подходящая строка → все подходящие строки говорят одно", "Table “Cases”: the first row that applies decides → all rows that apply say the same" },
        { "\"name\": \"cases\",", "\"name\": \"cases\", \"locked\": true,", ChangeKind.Changed, "cases//", "Таблица «Случаи»: открыта для изменений → закрыта для изменений", "Table “Cases”: not locked → locked" },
        { "\"ru\": \"Случаи\"", "\"ru\": \"Все случаи\"", ChangeKind.Changed, "cases//", "Таблица «Все случаи»: название «Случаи» → «Все случаи»", "Table “Cases”: title “Cases” → “Cases”" },
        { "\"name\": \"cases\",", "\"name\": \"cases\", \"description\": {\"ru\": \"Все\", \"en\": \"All\"},", ChangeKind.Added, "cases//", "Таблица «Случаи»: описание: добавлено: «Все»", "Table “Cases”: description: added: “All”" },
        { "{\"field\": \"rating\", \"op\": \"in\"},", "{\"field\": \"rating\", \"op\": \"in\"}, {\"field\": \"repeated\", \"op\": \"eq\"},", ChangeKind.Added, "cases//repeated", "Таблица «Случаи»: столбцы: добавлено: повтор (равно)", "Table “Cases”: columns: added: the repetition (is)" },
        { "\"waiting_minutes\", \"op\": \"gte\"", "\"waiting_minutes\", \"op\": \"gt\"", ChangeKind.Changed, "cases//waiting_minutes", "Таблица «Случаи»: столбец «waiting_minutes»: ожидание (не меньше) → ожидание (больше)", "Table “Cases”: column “waiting_minutes”: the waiting time (at least) → the waiting time (more than)" },
        { "{\"field\": \"channel\", \"op\": \"eq\"}, {\"field\": \"rating\", \"op\": \"in\"}", "{\"field\": \"rating\", \"op\": \"in\"}, {\"field\": \"channel\", \"op\": \"eq\"}", ChangeKind.Moved, "cases//", "Таблица «Случаи»: столбцы стоят в другом порядке", "Table “Cases”: its columns stand in another order" },
        { "\"defaults\": {\"priority\": \"normal\"}", "\"defaults\": {\"priority\": \"low\"}", ChangeKind.Changed, "//priority", "Без подходящей строки: приоритет обычный → низкий", "Without a row: the priority normal → low" },
        { "\"onFault\": {\"priority\": \"normal\"}", "\"onFault\": {}", ChangeKind.Removed, "//priority", "При сбое: убрано: приоритет — обычный", "After a fault: removed: the priority is normal" },
        { "\"merge\": \"max\"", "\"merge\": \"min\"", ChangeKind.Changed, "//priority", "Выход «приоритет»: вид enum, [low, normal, high, urgent], merge maximum → enum, [low, normal, high, urgent], merge minimum", "Output “the priority”: kind enum, [low, normal, high, urgent], merge maximum → enum, [low, normal, high, urgent], merge minimum" },
        { "[\"low\", \"normal\", \"high\", \"urgent\"]", "[\"normal\", \"low\", \"high\", \"urgent\"]", ChangeKind.Changed, "//priority", "Выход «приоритет»: вид enum, [low, normal, high, urgent], merge maximum → enum, [normal, low, high, urgent], merge maximum", "Output “the priority”: kind enum, [low, normal, high, urgent], merge maximum → enum, [normal, low, high, urgent], merge maximum" },
        { "\"обещание\"", "\"обещания\"", ChangeKind.Changed, "//found", "Выход «найдено»: названия изменены", "Output “the finding”: its titles are different" },
        { "{\"name\": \"escalate\", \"type\": \"bool\", \"title\": {\"ru\": \"Эскалация\", \"en\": \"Escalation\"}},", "", ChangeKind.Removed, "//escalate", "Выходы: убрано: эскалация", "Outputs: removed: the escalation" },
        { "{\"name\": \"escalate\",", "{\"name\": \"more\", \"type\": \"int\"}, {\"name\": \"escalate\",", ChangeKind.Added, "//more", "Выходы: добавлено: more", "Outputs: added: the more" },
        { "\"title\": {\"ru\": \"Приоритет\", \"en\": \"Priority\"}, \"description\"", "\"title\": {\"ru\": \"Важность\", \"en\": \"Priority\"}, \"description\"", ChangeKind.Changed, "//", "Название набора «Приоритет» → «Важность»", "Title of the set “Priority” → “Priority”" },
        { "Что важнее", "Что срочнее", ChangeKind.Changed, "//", "Описание набора изменено", "The description of the set is different" },
        { "\"name\": \"test\"", "\"name\": \"other\"", ChangeKind.Changed, "//", "Имя набора test → other", "Name of the set test → other" },
        { "\"rows\": [\"bad\", \"mark\"]", "\"rows\": [\"bad\"]", ChangeKind.Changed, "//", "Примеры: изменено 1: «Одна звезда»", "Examples: different 1: “Одна звезда”" },
        { "\"name\": \"Одна звезда\"", "\"now\": \"2030-01-01T00:00:00Z\", \"name\": \"Одна звезда\"", ChangeKind.Changed, "//", "Примеры: изменено 1: «Одна звезда»", "Examples: different 1: “Одна звезда”" },
        { "\"examples\": [", "\"examples\": [{\"name\": \"Ещё\"}, ", ChangeKind.Added, "//", "Примеры: добавлено 1: «Ещё»", "Examples: added 1: “Ещё”" },
    };

    /// <summary>What is written otherwise and is no difference.</summary>
    public static TheoryData<string, string> Same => new()
    {
        { "\"rating\": [1, 2]", "\"rating\": [2, 1]" },
        { "\"rating\": [1, 2]", "\"rating\": [1, 2, 1]" },
        { "\"when\": {\"channel\": \"review\", \"rating\": [4, 5]}", "\"when\": {\"rating\": [4, 5], \"channel\": \"review\"}" },
        { "{\"waiting_minutes\": 60}", "{\"waiting_minutes\": {\"op\": \"gte\", \"value\": 60}}" },
        { "\"id\": \"good\"", "\"enabled\": true, \"priority\": 0, \"id\": \"good\"" },
        { "\"hitPolicy\": \"collect\"", "\"hitPolicy\": \"collect\", \"columns\": []" },
        { "{\"field\": \"repeated\", \"op\": \"eq\", \"value\": true}", "{\"field\": \"repeated\", \"op\": \"ne\", \"value\": false}" },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public void A_difference_is_told_in_words(string from, string to, ChangeKind kind, string place, string ru, string en)
    {
        var change = ComparedSets.Changes(ComparedSets.Document, With(from, to)).ShouldHaveSingleItem();
        change.Kind.ShouldBe(kind);
        $"{change.Table}/{change.Row}/{change.Cell}".ShouldBe(place);
        change.Text.Ru.ShouldBe(ru);
        change.Text.En.ShouldBe(en);

        // Backwards what was new is gone, and what was gone is new.
        var back = ComparedSets.Changes(With(from, to), ComparedSets.Document).ShouldHaveSingleItem();
        back.Kind.ShouldBe(kind switch { ChangeKind.Added => ChangeKind.Removed, ChangeKind.Removed => ChangeKind.Added, _ => kind });
        (back.Before, back.After).ShouldBe((change.After, change.Before));
    }

    [Theory]
    [MemberData(nameof(Same))]
    public void What_means_the_same_is_no_difference(string from, string to) => ComparedSets.Changes(ComparedSets.Document, With(from, to)).ShouldBeEmpty();

    [Fact]
    public void Equal_documents_have_no_differences() => ComparedSets.Changes(ComparedSets.Document, ComparedSets.Document).ShouldBeEmpty();

    [Fact]
    public void Before_and_after_are_as_people_read_them()
    {
        var change = ComparedSets.Changes(ComparedSets.Document, With("\"first_response_minutes\": 30", "\"first_response_minutes\": 1440")).Single();
        (change.Before!.Ru, change.After!.Ru, change.After.En).ShouldBe(("30 мин", "1 день", "1 day"));
    }

    [Fact]
    public void A_new_row_is_shown_as_a_sentence() =>
        ComparedSets.Changes(With(Late, ""), ComparedSets.Document).Single().After!.Ru.ShouldBe("Если ожидание не меньше 1 ч, то приоритет — высокий.");

    [Fact]
    public void A_removed_row_is_told_where_it_stood()
    {
        var changes = ComparedSets.Changes(ComparedSets.Document, With(Late, "").Replace("\"first_response_minutes\": 30", "\"first_response_minutes\": 20", StringComparison.Ordinal).Replace("\"priority\": \"low\"}", "\"priority\": \"normal\"}", StringComparison.Ordinal));
        changes.Select(change => change.Row).ShouldBe(["bad", "late", "good"]);
    }

    [Fact]
    public void A_row_that_goes_to_the_top_is_the_only_one_that_moved()
    {
        var good = ComparedSets.Document[ComparedSets.Document.IndexOf("{\"id\": \"good\"", StringComparison.Ordinal)..];
        good = good[..good.IndexOf('\n', StringComparison.Ordinal)];
        var after = ComparedSets.Document.Replace(",\n        " + good, "", StringComparison.Ordinal);
        after.ShouldNotBe(ComparedSets.Document);
        var change = ComparedSets.Changes(ComparedSets.Document, after.Replace("{\"id\": \"bad\"", good + ",{\"id\": \"bad\"", StringComparison.Ordinal)).ShouldHaveSingleItem();
        (change.Kind, change.Row, change.Before!.Ru, change.After!.Ru).ShouldBe((ChangeKind.Moved, "good", "4", "1"));
    }

    [Fact]
    public void Of_two_rows_that_changed_places_one_has_moved() =>
        ComparedSets.Changes(ComparedSets.Document, With(Late + "\n        " + Free, Free + Late)).ShouldHaveSingleItem().Text
            .ShouldBe(new("Строка «Повтор»: перенесена с места 3 на место 2", "Row “Again”: moved from place 3 to place 2"));

    [Fact]
    public void A_row_in_another_table_has_moved()
    {
        var after = With(Late, "").Replace("[{\"id\": \"mark\"", "[" + Late.Replace("\"when\": {\"waiting_minutes\": 60}", "\"condition\": {\"field\": \"waiting_minutes\", \"op\": \"gte\", \"value\": 60}", StringComparison.Ordinal) + "{\"id\": \"mark\"", StringComparison.Ordinal);
        ComparedSets.Changes(ComparedSets.Document, after).Select(change => change.Text.Ru).ShouldBe(
        [
            "Строка «Ждёт час»: перенесена из таблицы «Случаи»",
            "Строка «Ждёт час»: условия записаны иначе, смысл тот же",
        ]);
    }

    [Fact]
    public void Tables_come_go_and_change_places()
    {
        var table = """{"name": "new", "rows": [{"id": "n", "description": {"ru": "н", "en": "n"}, "then": {}}]},""";
        var added = With("\"tables\": [", "\"tables\": [" + table);
        ComparedSets.Changes(ComparedSets.Document, added).ShouldHaveSingleItem().Text.ShouldBe(new("Таблица «new»: добавлена, строк: 1", "Table “new”: added, rows: 1"));
        ComparedSets.Changes(added, ComparedSets.Document).ShouldHaveSingleItem().Text.ShouldBe(new("Таблица «new»: убрана, строк: 1", "Table “new”: removed, rows: 1"));
        var last = added.Replace(table, "", StringComparison.Ordinal).Replace("],\n  \"examples\"", "," + table.TrimEnd(',') + "],\n  \"examples\"", StringComparison.Ordinal);
        var moved = ComparedSets.Changes(added, last).ShouldHaveSingleItem();
        (moved.Kind, moved.Table, moved.Before!.Ru, moved.After!.Ru).ShouldBe((ChangeKind.Moved, "new", "1", "3"));
    }

    private static string With(string from, string to)
    {
        ComparedSets.Document.ShouldContain(from, Case.Sensitive);
        var at = ComparedSets.Document.IndexOf(from, StringComparison.Ordinal);
        return ComparedSets.Document[..at] + to + ComparedSets.Document[(at + from.Length)..];
    }
}
