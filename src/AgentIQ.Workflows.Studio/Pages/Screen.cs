namespace AgentIQ.Workflows.Studio.Pages;

/// <summary>One of the designer's screens.</summary>
/// <param name="Name">What the host script calls it.</param>
/// <param name="Path">Its address below the base.</param>
/// <param name="Russian">The page's title.</param>
/// <param name="English">The page's title.</param>
internal sealed record Screen(string Name, string Path, string Russian, string English)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Screen> All { get; } =
    [
        new("definition-list", "/definitions", "Процессы", "Workflows"),
        new("definition-editor", "/definitions/{id}", "Редактор процесса", "Workflow editor"),
        new("instance-list", "/instances", "Запуски процессов", "Workflow instances"),
        new("instance-viewer", "/instances/{id}", "Запуск процесса", "Workflow instance"),
    ];
}
