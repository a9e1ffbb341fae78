using AgentIQ.Workflows.Studio.Answers;

namespace AgentIQ.Workflows.Studio.Catalogue.Lists;

/// <summary>The settings of a workflow under the names that Elsa 3.8 stores (elsa-studio-contract 3.1); the engine reads all of them.</summary>
internal static class Strategies
{
    private const string Validators = "Elsa.Workflows.Runtime.ActivationValidators.";

    private static readonly (string TypeName, Text Name, Text Description)[] ActivationStrategies =
    [
        ("Elsa.Workflows.ActivationValidators.AllowAlwaysStrategy, Elsa.Workflows.Core", new("Всегда", "Always"),
            new("Новый экземпляр запускается всегда.", "A new instance always starts.")),
        (Validators + "SingletonStrategy, Elsa.Workflows.Runtime", new("По одному", "Singleton"),
            new("Не запускается, пока идёт другой экземпляр этого процесса.", "None starts while another instance of this workflow runs.")),
        (Validators + "CorrelationStrategy, Elsa.Workflows.Runtime", new("По одному на обращение", "Correlation"),
            new("Не запускается, пока по тому же обращению идёт экземпляр любого процесса.", "None starts while an instance of any workflow runs for the same correlation.")),
        (Validators + "CorrelatedSingletonStrategy, Elsa.Workflows.Runtime", new("По одному этому процессу на обращение", "Correlated singleton"),
            new("Не запускается, пока по тому же обращению идёт экземпляр этого процесса.", "None starts while an instance of this workflow runs for the same correlation.")),
    ];

    private static readonly (string TypeName, Text Name, Text Description)[] IncidentStrategies =
    [
        ("FaultStrategy", new("Остановить", "Fault"),
            new("Ошибка в одном шаге останавливает весь экземпляр.", "An error in one step ends the whole instance.")),
        ("ContinueWithIncidentsStrategy", new("Продолжать с инцидентами", "Continue with incidents"),
            new("Ветка с ошибкой ждёт человека, остальные идут дальше.", "The branch with the error waits for a person, the others go on.")),
    ];

    private static readonly (string TypeName, Text Name, Text Description)[] LogStrategies =
    [
        (Log("Inherit"), new("Как у процесса", "Inherit"), new("Решает настройка уровнем выше.", "The setting above decides.")),
        (Log("Include"), new("Записывать", "Include"), new("Значения видны в журнале.", "Values are shown in the journal.")),
        (Log("Exclude"), new("Не записывать", "Exclude"), new("Значений в журнале нет.", "Values are left out of the journal.")),
        (Log("Configuration"), new("Как настроено в системе", "Configuration"), new("Решает настройка системы.", "The installation's setting decides.")),
    ];

    /// <summary>When an instance may start. "Always" is first: the designer shows the first one where nothing is chosen.</summary>
    public static IReadOnlyList<Strategy> Activation(StudioLanguage language) => In(ActivationStrategies, language);

    /// <summary>What becomes of an instance in which a step fails.</summary>
    public static IReadOnlyList<Strategy> Incidents(StudioLanguage language) => In(IncidentStrategies, language);

    /// <summary>Which values the journal keeps.</summary>
    public static IReadOnlyList<Strategy> LogPersistence(StudioLanguage language) => In(LogStrategies, language);

    private static string Log(string name) => $"Elsa.Workflows.LogPersistence.Strategies.{name}, Elsa.Workflows.Core";

    private static Strategy[] In((string TypeName, Text Name, Text Description)[] strategies, StudioLanguage language) =>
        Array.ConvertAll(strategies, s => new Strategy(s.TypeName, s.Name.In(language), s.Description.In(language)));
}
