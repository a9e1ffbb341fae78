using System.Globalization;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Definitions.Comparison;
using AgentIQ.Workflows.Studio.Answers;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>Says to a person why a definition was refused, and what to do.</summary>
internal static class DefinitionRefusals
{
    /// <summary>Somebody else changed it in the meantime.</summary>
    public static string Of(DefinitionConflictException conflict, StudioLanguage language)
    {
        var when = conflict.Edit.ChangedAt.UtcDateTime.ToString(language == StudioLanguage.Ru ? "dd.MM.yyyy HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var (author, name) = (conflict.Edit.Author, conflict.Name);
        var text = conflict.Edit.Kind switch
        {
            DefinitionEditKind.Deleted => new Text($"Пока процесс «{name}» был у вас открыт, его последнюю версию удаляет {author} ({when} UTC).", $"While you had '{name}' open, {author} deleted its latest version ({when} UTC)."),
            DefinitionEditKind.Reverted => new Text($"Пока процесс «{name}» был у вас открыт, к прежней версии его возвращает {author} ({when} UTC).", $"While you had '{name}' open, {author} rolled it back ({when} UTC)."),
            _ => new Text($"Пока процесс «{name}» был у вас открыт, его сохраняет {author} ({when} UTC).", $"While you had '{name}' open, {author} saved it ({when} UTC)."),
        };
        var advice = new Text(
            "Ваше изменение не сохранено, чужое не затёрто. Экспортируйте свой вариант, если он нужен, обновите страницу и повторите изменение.",
            "Your change was not saved and theirs was not overwritten. Export yours if you need it, reload the page and repeat your change.");
        return $"{text.In(language)} {advice.In(language)}";
    }

    /// <summary>A page lost what it was given.</summary>
    public static string Of(ActivitiesLostException lost, StudioLanguage language)
    {
        var names = lost.Activities.Count == 0 ? string.Empty : $": {string.Join(", ", lost.Activities)}";
        return new Text(
            $"С холста пропали действия, а связи к ним остались{names}. Похоже, страница их потеряла, поэтому ничего не сохранено. Обновите страницу. Чтобы убрать действие, уберите и его связи.",
            $"Activities are gone from the canvas, but connections still name them{names}. The page seems to have lost them, so nothing was saved. Reload the page. To remove an activity, remove its connections too.").In(language);
    }

    /// <summary>It is no definition at all.</summary>
    public static IReadOnlyList<string> Of(InvalidDefinitionException invalid, StudioLanguage language) =>
    [
        new Text("Это не процесс, который можно сохранить; ничего не сохранено.", "This is no definition that can be saved; nothing was saved.").In(language),
        .. Findings(body: null, invalid.Diagnostics, language),
    ];

    /// <summary>The errors, each with its place.</summary>
    /// <param name="body">The definition's text, for the names of its activities; null: it has none.</param>
    /// <param name="diagnostics">What was found.</param>
    /// <param name="language">The reader's.</param>
    public static IReadOnlyList<string> Findings(string? body, IReadOnlyList<Diagnostic> diagnostics, StudioLanguage language)
    {
        var activities = body is null ? new Dictionary<string, ActivityReference>(StringComparer.Ordinal) : ActivityReference.AllOf(body);
        string? NameOf(string id) => activities.TryGetValue(id, out var activity) ? activity.DisplayText ?? activity.Name : null;
        return [.. diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Error).Select(d => Finding(d, NameOf, language))];
    }

    /// <summary>A draft was saved, and has errors that keep it from being published.</summary>
    /// <param name="body">Its text, for the names of its activities.</param>
    /// <param name="diagnostics">What was found.</param>
    /// <param name="language">The reader's.</param>
    public static IReadOnlyList<string> NotPublished(string body, IReadOnlyList<Diagnostic> diagnostics, StudioLanguage language)
    {
        return
        [
            new Text("Черновик сохранён, но не опубликован. Исправьте ошибки и опубликуйте снова:", "The draft was saved, but not published. Correct the errors and publish again:").In(language),
            .. Findings(body, diagnostics, language),
        ];
    }

    /// <summary>There is no published version that could be taken back; null: there is one.</summary>
    public static Text? NotRetracted(DefinitionVersionSummary latest, DefinitionVersionSummary? published) => published switch
    {
        null => new Text($"Процесс «{latest.Name ?? latest.DefinitionId}» не опубликован, снимать с публикации нечего.", $"'{latest.Name ?? latest.DefinitionId}' is not published, so there is nothing to take back."),
        { IsPlatform: true } => new Text(
            $"Процесс «{published.Name ?? published.DefinitionId}» опубликован вместе с системой, снять его нельзя. Сохраните и опубликуйте свою версию: действовать будет она.",
            $"'{published.Name ?? published.DefinitionId}' is published by the platform and cannot be taken back. Save and publish a version of your own: it counts instead."),
        _ => null,
    };

    private static string Finding(Diagnostic finding, Func<string, string?> nameOf, StudioLanguage language)
    {
        var place = finding.ActivityId is { } id && nameOf(id) is { } name ? $"«{name}» ({finding.Path})" : finding.Path;
        var message = finding.In(language.Code(), nameOf);
        return finding.Line is { } line ? $"{place}, {line}:{finding.Column}: {message}" : $"{place}: {message}";
    }
}
