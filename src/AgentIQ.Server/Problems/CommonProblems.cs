namespace AgentIQ.Server.Problems;

/// <summary>The refusals that belong to no single endpoint.</summary>
internal static class CommonProblems
{
    public static readonly Problem BadRequest = new(400, "bad_request",
        new("Запрос не понят", "The request was not understood"),
        new("Проверьте адрес и тело запроса.", "Check the address and the body of the request."));

    public static readonly Problem SignInNeeded = new(401, "sign_in_needed",
        new("Нужно войти", "Sign in first"),
        new("Сессия не начата или закончилась. Войдите снова: введённое не потеряется.",
            "There is no session, or it has ended. Sign in again: what was typed is kept."));

    public static readonly Problem NotAllowed = new(403, "not_allowed",
        new("Нет прав на это действие", "Your role does not allow this"),
        new("Попросите владельца или руководителя изменить вашу роль.", "Ask the owner or a manager to change your role."));

    public static readonly Problem CrossOrigin = new(403, "cross_origin",
        new("Запрос пришёл с другого сайта", "The request came from another site"),
        new("Изменять данные можно только со страниц самого AgentIQ.", "Only AgentIQ's own pages may change data."));

    public static readonly Problem NotFound = new(404, "not_found",
        new("Не найдено", "Not found"),
        new("Такого адреса или такой записи нет.", "There is no such address or no such record."));

    public static readonly Problem MethodNotAllowed = new(405, "method_not_allowed",
        new("Этот адрес так не вызывают", "This address does not answer that method"),
        new("Посмотрите допустимые методы в /openapi/v1.json.", "See /openapi/v1.json for the methods it answers."));

    public static readonly Problem TooLarge = new(413, "too_large",
        new("Слишком большой запрос", "The request is too large"),
        new("Сократите текст или пришлите его частями.", "Shorten the text or send it in parts."));

    public static readonly Problem UnsupportedMediaType = new(415, "unsupported_media_type",
        new("Ожидался JSON", "JSON was expected"),
        new("Пришлите тело с Content-Type: application/json.", "Send the body with Content-Type: application/json."));

    public static readonly Problem Internal = new(500, "internal_error",
        new("Внутренняя ошибка", "Internal error"),
        new("Запрос не выполнен. Повторите; если не поможет, сообщите администратору traceId.",
            "The request was not carried out. Try again; if that does not help, tell the administrator the traceId."));

    private static readonly Dictionary<int, Problem> ByStatus =
        new[] { BadRequest, SignInNeeded, NotAllowed, NotFound, MethodNotAllowed, TooLarge, UnsupportedMediaType, Internal }
            .ToDictionary(problem => problem.Status);

    /// <summary>What to say for a status that nobody explained.</summary>
    public static Problem For(int status)
        => ByStatus.GetValueOrDefault(status) ?? (status >= 500 ? Internal : BadRequest);
}
