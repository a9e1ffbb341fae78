using AgentIQ.Simulator.Wildberries.Gateway;

namespace AgentIQ.Simulator.Wildberries.Errors;

/// <summary>The envelopes of the feedbacks service: one for success, one for errors, and a third for errors of the answer method.</summary>
internal sealed class FeedbackErrors(SimulatorRandom random)
{
    public const string Generic = "Something went wrong";
    public const string BadIsAnswered = "Плохой формат isAnswered";
    public const string BadDateFrom = "Плохой формат dateFrom";
    public const string BadDateTo = "Плохой формат dateTo";
    public const string Forbidden = "Ошибка авторизации";
    public const string FeedbackUnavailable = "Невозможно получить отзыв по id";
    public const string ReturnNoFeedback = "Не удалось получить отзыв";
    public const string ReturnBadJson = "failed to decode JSON request.";
    public const string ReturnBadId = "Неправильный id в запросе";
    public const string ReturnUnavailable = "Запрос на возврат покупок недоступен";

    public const string NoContentType = "content-type header not specified";
    public const string BadContentType = "content-type is not a valid mime-type: ";
    public const string NotJsonContentType = "not a json content-type: ";
    public const string BadJson = "Неверный синтаксис JSON";

    public static WireResponse Success(object? data) =>
        WireResponse.Of(200, new { data, error = false, errorText = "", additionalErrors = (object?)null });

    public WireResponse Error(int status, string errorText) => WireResponse.Of(
        status,
        new { data = (object?)null, error = true, errorText, additionalErrors = (object?)null, requestId = random.Uuid() });

    public WireResponse BadAnswer(string detail) => WireResponse.Of(
        400,
        new { title = "bad request", requestId = random.Hex(), origin = "fbapi", detail },
        WireResponse.Problem);
}
