using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Workflows.Comparison;

/// <summary>What people call the settings and texts that definitions spell in camelCase.</summary>
internal static class SettingNames
{
    private static readonly Dictionary<string, LocalText> Names = new(StringComparer.Ordinal)
    {
        ["name"] = new("имя", "name"),
        ["displayText"] = new("подпись", "label"),
        ["displayName"] = new("подпись", "label"),
        ["description"] = new("описание", "description"),
        ["type"] = new("тип", "type"),
        ["typeName"] = new("тип", "type"),
        ["isArray"] = new("список", "list"),
        ["value"] = new("начальное значение", "initial value"),
        ["category"] = new("раздел", "category"),
        ["uiHint"] = new("поле ввода", "editor"),
        ["storageDriverType"] = new("хранение", "storage"),
        ["storageDriverTypeName"] = new("хранение", "storage"),
        ["version"] = new("версия", "version"),
        ["place"] = new("место", "place"),
        ["order"] = new("порядок", "order"),
        ["outcomes"] = new("исходы", "outcomes"),
        ["canStartWorkflow"] = new("запускает процесс", "starts the workflow"),
        ["runAsynchronously"] = new("выполняется в фоне", "runs in the background"),
        ["mergeMode"] = new("ожидание входящих связей", "merge mode"),
        ["resilienceStrategy"] = new("повторы", "retries"),
        ["logPersistenceMode"] = new("запись в журнал", "journal"),
        ["logPersistenceConfig"] = new("запись в журнал", "journal"),
        ["timeZone"] = new("часовой пояс", "time zone"),
        ["missedRuns"] = new("пропущенные запуски", "missed runs"),
        ["Flowchart:ExecutionMode"] = new("порядок обхода схемы", "flowchart mode"),
        ["activationStrategyType"] = new("сколько экземпляров сразу", "activation strategy"),
        ["incidentStrategyType"] = new("что делать при ошибке", "incident strategy"),
        ["commitStrategyName"] = new("когда сохранять состояние", "commit strategy"),
        ["usableAsActivity"] = new("можно использовать как действие", "usable as an activity"),
        ["autoUpdateConsumingWorkflows"] = new("обновлять там, где используется", "update where it is used"),
        ["activityCategory"] = new("раздел палитры", "palette category"),
    };

    /// <summary>The name itself where there is no other.</summary>
    public static string Of(string name, Language language) => Names.TryGetValue(name, out var text) ? text.In(language) : name;
}
