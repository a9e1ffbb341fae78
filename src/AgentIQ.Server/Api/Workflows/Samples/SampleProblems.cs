using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Workflows.Samples;

/// <summary>What trial runs are refused.</summary>
internal static class SampleProblems
{
    public static readonly Problem UnknownSample = new(422, "unknown_sample",
        new("Такого примера нет", "There is no such sample"),
        new("Обновите список примеров и выберите один из них.", "Load the list of samples again and choose one of them."));

    public static readonly Problem NotStarted = new(409, "run_not_started",
        new("Пробный запуск этого процесса уже идёт", "A trial run of this workflow is already going on"),
        new("Процесс разрешает только один экземпляр. Дождитесь конца пробного запуска или остановите его.",
            "The workflow allows only one instance. Wait until the trial run has ended, or cancel it."));
}
