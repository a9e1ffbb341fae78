using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Interactions;

/// <summary>What the inbox refuses.</summary>
internal static class InteractionProblems
{
    public static readonly Problem NotOpen = new(409, "not_open",
        new("Обращение уже решено или закрыто", "The interaction is resolved or closed"),
        new("Обновите страницу: отвечать больше не нужно.", "Reload the page: there is nothing left to answer."));

    public static readonly Problem UnknownAssignee = new(409, "unknown_assignee",
        new("Такого сотрудника нет", "There is no such person"),
        new("Выберите человека из своей команды.", "Choose a person of your team."));

    public static readonly Problem Stale = new(409, "stale",
        new("Пришло что-то новое", "Something new arrived"),
        new("Обращение изменилось, пока вы писали. Посмотрите и отправьте ещё раз: текст сохранён.",
            "The interaction changed while you were writing. Look at it and send again: your text is kept."));

    public static readonly Problem ReplyOnItsWay = new(409, "reply_on_its_way",
        new("Ответ уже отправляется", "A reply is already on its way"),
        new("Дождитесь, пока площадка его проверит.", "Wait until the marketplace has checked it."));

    public static readonly Problem NoChannel = new(409, "no_channel",
        new("Канал не подключён", "The channel is not connected"),
        new("Подключите канал снова и отправьте ещё раз: текст сохранён.", "Connect the channel again and send once more: your text is kept."));

    public static readonly Problem Blocked = new(422, "reply_blocked",
        new("Ответ не прошёл проверку", "The reply did not pass the check"),
        new("Исправьте отмеченные места: текст сохранён.", "Mend what is marked: your text is kept."));

    public static Problem BadFilter(string what) => new(400, "bad_filter",
        new("Фильтр не понят", "The filter was not understood"),
        new(what, what));
}
