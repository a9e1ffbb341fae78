using AgentIQ.Workflows.Studio.Answers;

namespace AgentIQ.Workflows.Studio.Catalogue.Lists;

/// <summary>Where a variable's value is kept.</summary>
internal sealed record StorageDriver(string TypeName, string DisplayName, double Priority, bool Deprecated);

/// <summary>The drivers that the engine knows; constant, because the designer breaks without one.</summary>
internal static class StorageDrivers
{
    private static readonly Text Instance = new("Экземпляр процесса (переживает ожидание)", "Workflow instance (survives a wait)");
    private static readonly Text Memory = new("Память (пропадает при ожидании)", "Memory (gone after a wait)");
    private static readonly Text Older = new("Процесс (прежнее название)", "Workflow (older name)");

    /// <summary>The first is what a new variable gets.</summary>
    public static IReadOnlyList<StorageDriver> In(StudioLanguage language) =>
    [
        new("Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core", Instance.In(language), 5, Deprecated: false),
        new("Elsa.Workflows.MemoryStorageDriver, Elsa.Workflows.Core", Memory.In(language), 0, Deprecated: false),
        new("Elsa.Workflows.Services.WorkflowStorageDriver, Elsa.Workflows.Core", Older.In(language), -1, Deprecated: true),
    ];
}
