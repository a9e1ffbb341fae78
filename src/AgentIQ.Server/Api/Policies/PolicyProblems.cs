using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Policies;

/// <summary>What the pages of the policies are refused.</summary>
internal static class PolicyProblems
{
    public static readonly Problem BadVersion = new(400, "bad_version",
        new("Версия не понята", "The version was not understood"),
        new("Укажите версию так: platform-3 или seller-2.", "Name a version like platform-3 or seller-2."));

    public static readonly Problem BadPeriod = new(422, "bad_period",
        new("Срок указан неверно", "The period is wrong"),
        new("Конец должен быть позже начала и ещё не наступить.", "The end must be later than the start, and not be past yet."));

    public static readonly Problem BadPublication = new(422, "bad_publication",
        new("Так версию не применить", "A version cannot be used like this"),
        new("Публикуются только ваши версии. Чтобы вернуть версию платформы, верните набор к платформе; чтобы изменить её, сохраните свою.",
            "Only your own versions are published. To bring the platform's back, return the set to the platform; to change it, save your own."));

    public static readonly Problem NoteTooLong = new(422, "note_too_long",
        new("Слишком длинный комментарий", "The note is too long"),
        new($"Сократите его до {PolicyDocuments.LongestNote} знаков.", $"Shorten it to {PolicyDocuments.LongestNote} characters."));

    public static readonly Problem TooLarge = new(413, "policy_too_large",
        new("Слишком большой набор правил", "The policy set is too large"),
        new("Набор может занимать не больше 1 МБ. Удалите лишние строки или примеры.", "A set may take 1 MB at most. Remove rows or examples that are not needed."));

    public static readonly Problem Unreadable = new(422, "policy_unreadable",
        new("Набор правил не читается", "The policy set cannot be read"),
        new("Исправьте отмеченные места: ничего не сохранено.", "Mend what is marked: nothing was saved."));

    public static readonly Problem FactsUnreadable = new(422, "facts_unreadable",
        new("Факты не читаются", "The facts cannot be read"),
        new("Исправьте отмеченные значения.", "Mend the values that are marked."));

    public static readonly Problem Refused = new(422, "policy_refused",
        new("Опубликовать нельзя", "This cannot be published"),
        new("Исправьте ошибки и примеры, которые не сходятся, и сохраните новую версию.", "Mend the errors and the examples that fail, and save a new version."));

    public static readonly Problem Changed = new(409, "policy_changed",
        new("Правила уже изменил кто-то другой", "Somebody else has changed the policy"),
        new("Посмотрите, что сейчас действует, и опубликуйте ещё раз, если это всё ещё нужно.",
            "Look at what is in force now, and publish again if you still want to."));

    public static readonly Problem UnknownRow = new(422, "unknown_row",
        new("Такой строки нет", "There is no such row"),
        new("Укажите таблицу и строку так, как они названы в наборе.", "Name the table and the row as the set does."));

    public static readonly Problem BadBacktest = new(422, "bad_backtest",
        new("Так проверить на прошлом нельзя", "A back-test cannot be run like this"),
        new("Начало должно быть раньше конца, примеров может быть от 0 до 100.", "The start must be before the end, and there may be 0 to 100 samples."));

    public static readonly Problem BacktestRunning = new(429, "backtest_running",
        new("Проверка на прошлом уже идёт", "A back-test is already running"),
        new("Дождитесь её конца или остановите её и запустите снова.", "Wait until it has ended, or stop it and start again."));

    public static readonly Problem BacktestFailed = new(500, "backtest_failed",
        new("Проверка на прошлом прервалась", "The back-test broke off"),
        new("Запустите её ещё раз; если не поможет, сообщите администратору время запуска.",
            "Start it again; if that does not help, tell the administrator when it was."));
}
