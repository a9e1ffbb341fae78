using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Workflows;

/// <summary>What the pages around the designer are refused.</summary>
internal static class WorkflowProblems
{
    public static readonly Problem BadVersion = new(400, "bad_version",
        new("Версия не понята", "The version was not understood"),
        new("Укажите published, base, newer_base, latest или номер версии.", "Give published, base, newer_base, latest or the number of a version."));

    public static readonly Problem IncidentResolved = new(409, "incident_resolved",
        new("С этой ошибкой уже разобрались", "This incident was already dealt with"),
        new("Обновите страницу: делать больше ничего не нужно.", "Reload the page: there is nothing left to do."));

    public static readonly Problem NotSkippable = new(409, "not_skippable",
        new("Здесь нечего пропустить", "There is nothing to skip here"),
        new("Сбой случился не в действии, а в самой работе. Повторите её или остановите процесс.",
            "Not an activity failed but the work as a whole. Try it again, or cancel the workflow."));

    public static readonly Problem ActivationRefused = new(409, "activation_refused",
        new("Сейчас процесс продолжить нельзя", "The workflow cannot go on now"),
        new("По нему уже идёт другой экземпляр, а определение разрешает только один. Дождитесь его конца или остановите его.",
            "Another instance is running, and the definition allows only one. Wait until that one has ended, or cancel it."));

    public static readonly Problem WrongOutcome = new(422, "wrong_outcome",
        new("У действия нет такого исхода", "The activity has no such outcome"),
        new("Выберите один из перечисленных исходов.", "Choose one of the outcomes that are listed."));

    public static readonly Problem InstanceFinished = new(409, "instance_finished",
        new("Процесс уже закончился", "The workflow has already ended"),
        new("Обновите страницу: останавливать нечего.", "Reload the page: there is nothing to cancel."));
}
