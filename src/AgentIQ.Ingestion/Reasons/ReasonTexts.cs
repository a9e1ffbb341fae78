using System.Collections.Frozen;

namespace AgentIQ.Ingestion;

/// <summary>What each reason says to a person: what happened, and what to do when there is something to do.</summary>
public static class ReasonTexts
{
    private static readonly FrozenDictionary<string, (string Russian, string English)> Texts =
        new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            [ReasonCodes.TokenMalformed] = (
                "Это не похоже на токен площадки. Скопируйте его ещё раз целиком из личного кабинета.",
                "This does not look like a token of the marketplace. Copy it again, whole, from the seller portal."),
            [ReasonCodes.TokenExpired] = (
                "Срок токена истёк {date}. Создайте новый в личном кабинете и вставьте его здесь.",
                "The token expired on {date}. Create a new one in the seller portal and paste it here."),
            [ReasonCodes.TokenWrongCategory] = (
                "У токена нет категории «{category}». Создайте токен с этой категорией.",
                "The token lacks the category \"{category}\". Create a token that has it."),
            [ReasonCodes.TokenReadOnly] = (
                "Токен только для чтения: отзывы будут видны, но ответить нельзя. Создайте токен с правом записи.",
                "The token is read-only: reviews will come in, but answers cannot go out. Create a token that may write."),
            [ReasonCodes.TokenRefused] = (
                "Площадка не приняла токен ({detail}). Вставьте действующий токен, до этого запросы остановлены.",
                "The marketplace refused the token ({detail}). Paste a valid one; until then nothing is asked."),
            [ReasonCodes.AccessDenied] = (
                "Площадка закрыла доступ ({detail}). Проверьте права токена и его владельца, до этого запросы остановлены.",
                "The marketplace denied access ({detail}). Check the rights of the token and of its owner; until then nothing is asked."),
            [ReasonCodes.PaymentRequired] = (
                "Площадка ждёт оплаты доступа к API ({detail}). До оплаты запросы остановлены.",
                "The marketplace wants API access to be paid ({detail}). Until then nothing is asked."),
            [ReasonCodes.RateLimited] = (
                "Лимит запросов площадки исчерпан. Продолжим через {seconds} с.",
                "The marketplace's request limit is used up. Continuing in {seconds} s."),
            [ReasonCodes.ServerError] = (
                "На стороне площадки сбой (код {status}). Повторим сами. Ответ: {excerpt}",
                "The marketplace has a fault (status {status}). We will retry. It said: {excerpt}"),
            [ReasonCodes.HtmlAnswer] = (
                "Площадка ответила веб-страницей вместо данных (код {status}). Повторим сами. Начало: {excerpt}",
                "The marketplace answered with a web page instead of data (status {status}). We will retry. It begins: {excerpt}"),
            [ReasonCodes.EmptyAnswer] = (
                "Площадка прислала пустой ответ (код {status}). Повторим сами.",
                "The marketplace sent an empty answer (status {status}). We will retry."),
            [ReasonCodes.CutAnswer] = (
                "Ответ площадки оборвался на середине. Повторим сами. Конец: {excerpt}",
                "The marketplace's answer breaks off in the middle. We will retry. It ends: {excerpt}"),
            [ReasonCodes.WrongAnswer] = (
                "Ответ площадки не такой, как обещает её описание: {problem}. Повторим сами. Начало: {excerpt}",
                "The marketplace's answer is not what its contract says: {problem}. We will retry. It begins: {excerpt}"),
            [ReasonCodes.NoAnswer] = (
                "Площадка не ответила за {seconds} с. Повторим сами.",
                "The marketplace did not answer within {seconds} s. We will retry."),
            [ReasonCodes.Unreachable] = (
                "Не удалось связаться с площадкой ({detail}). Повторим сами.",
                "The marketplace cannot be reached ({detail}). We will retry."),
            [ReasonCodes.Refused] = (
                "Площадка отклонила запрос (код {status}): {detail}",
                "The marketplace refused the request (status {status}): {detail}"),
            [ReasonCodes.PathUnknown] = (
                "Площадка не знает адреса {path}: её API изменился, нужна новая версия AgentIQ.",
                "The marketplace does not know the address {path}: its API has changed, a newer AgentIQ is needed."),
            [ReasonCodes.TextLength] = (
                "Длина ответа {length}, площадка принимает от {min} до {max} знаков.",
                "The answer has {length} characters; the marketplace takes {min} to {max}."),
            [ReasonCodes.ReplyFirst] = (
                "Запросы по этому токену редки; следующий отдан ответу покупателю.",
                "This token allows few requests; the next one is kept for a reply to a customer."),
            [ReasonCodes.Internal] = (
                "Внутренняя ошибка: {detail}. Повторим сами; если не проходит, сообщите нам.",
                "An internal error: {detail}. We will retry; tell us if it stays."),
            [ReasonCodes.AnswerMissing] = (
                "Площадка приняла ответ, но не показывает его у отзыва.",
                "The marketplace accepted the answer but does not show it with the item."),
            [ReasonCodes.ItemMissing] = (
                "У площадки больше нет этого обращения.",
                "The marketplace no longer has this item."),
            [ReasonCodes.AnsweredOutside] = (
                "Пока ответ готовился, на обращение ответили в кабинете площадки.",
                "While the reply was under way, somebody answered in the marketplace's own cabinet."),
            [ReasonCodes.BlockedByGate] = (
                "Перед отправкой ответ не прошёл проверку: {violations}. Исправьте текст и отправьте снова.",
                "Just before sending, the reply did not pass the check: {violations}. Correct the text and send it again."),
            [ReasonCodes.AttemptsExhausted] = (
                "Отправить не удалось: {detail} Проверьте канал и отправьте снова.",
                "It could not be sent: {detail} Check the channel and send it again."),
            [ReasonCodes.SandboxUnavailable] = (
                "Это пробный запуск, а имитация площадки на этом сервере не работает: ответ никуда не отправлен. Запустите пробу ещё раз.",
                "This is a trial run, and the simulated marketplace is not running on this server: the reply was sent nowhere. Run the trial again."),
            [ReasonCodes.SandboxMismatch] = (
                "Пробный запуск не отвечает на настоящие обращения, а настоящий процесс на пробные: ответ никуда не отправлен.",
                "A trial run does not answer real interactions, nor a real workflow those of trials: the reply was sent nowhere."),
            [ReasonCodes.RejectedByModeration] = (
                "Модерация площадки отклонила ответ. Перепишите его и отправьте снова.",
                "The marketplace's moderation refused the answer. Rewrite it and send it again."),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Fills the text of <paramref name="reason"/>. An unknown code is shown as it stands, never hidden.</summary>
    public static string Render(Reason reason, Language language)
    {
        if (!Texts.TryGetValue(reason.Code, out var texts))
        {
            return $"{reason.Code} {string.Join(", ", reason.Arguments.Select(argument => $"{argument.Key}={argument.Value}"))}".TrimEnd();
        }

        var text = language == Language.Russian ? texts.Russian : texts.English;
        foreach (var (name, value) in reason.Arguments)
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return text;
    }
}
