using AgentIQ.Server.Problems;
using AgentIQ.Workflows.Definitions.Comparison;

namespace AgentIQ.Server.Api.Workflows.Comparison;

/// <summary>Says changes in one language.</summary>
internal sealed class ChangeSentences(ActivityNames names, Language language)
{
    private const int MostMovedNames = 5;

    /// <summary>The change as the API answers it.</summary>
    public WorkflowChange View(DefinitionChange found)
    {
        var change = found with { Before = Readable(found, found.Before), After = Readable(found, found.After) };
        var isConnection = change.Subject is ChangeSubject.Connection;
        var target = isConnection ? NameOf(change.Target!) : null;
        return new WorkflowChange(
            change.Kind,
            change.Subject,
            change.Activity?.Id,
            change.Activity is { } activity ? NameOf(activity) : null,
            change.Activity?.Type,
            Label(change),
            isConnection ? (change.Kind is ChangeKind.Removed ? target : null) : ChangedValues.Plain(change.Before, language),
            isConnection ? (change.Kind is ChangeKind.Added ? target : null) : ChangedValues.Plain(change.After, language),
            Sentence(change, target));
    }

    /// <summary>A setting that is switched on is on for people too.</summary>
    private ComparedValue? Readable(DefinitionChange change, ComparedValue? value) =>
        value is { Text: "true" } && (change.Subject is ChangeSubject.Setting || change.Aspect is "isArray") ? value with { Text = Say("да", "yes") } : value;

    private string Sentence(DefinitionChange change, string? target) => (change.Subject, change.Kind) switch
    {
        (_, ChangeKind.Moved) => Moved(change.Moved),
        (ChangeSubject.Activity, ChangeKind.Added) => Say($"Добавлено действие {Quoted(change)}{Inside(change)}.", $"The activity {Quoted(change)} was added{Inside(change)}."),
        (ChangeSubject.Activity, _) => Say($"Удалено действие {Quoted(change)}{Inside(change)}.", $"The activity {Quoted(change)} was removed{Inside(change)}."),
        (ChangeSubject.Connection, ChangeKind.Added) => Say(
            $"Добавлена связь: {Quoted(change)}, исход {Quote(Label(change)!)} → {Quote(target!)}.", $"A connection was added: {Quoted(change)}, outcome {Quote(Label(change)!)} → {Quote(target!)}."),
        (ChangeSubject.Connection, _) => Say(
            $"Удалена связь: {Quoted(change)}, исход {Quote(Label(change)!)} → {Quote(target!)}.", $"A connection was removed: {Quoted(change)}, outcome {Quote(Label(change)!)} → {Quote(target!)}."),
        (_, ChangeKind.Added) => $"{Place(change)}: {Appeared(change.Subject)} {Declared(change, change.After)}.",
        (_, ChangeKind.Removed) => $"{Place(change)}: {Disappeared(change.Subject)} {Declared(change, change.Before)}.",
        (ChangeSubject.Text, _) => $"{Place(change)}: {Label(change)} — {Change(change.Before, change.After)}.",
        _ => $"{Place(change)}: {Subject(change)} {What(change)} — {Change(change.Before, change.After)}.",
    };

    private string Change(ComparedValue? before, ComparedValue? after) => (before, after) switch
    {
        (null, { } now) => Say($"задано: {ChangedValues.Shown(now, language)}", $"set to {ChangedValues.Shown(now, language)}"),
        ({ } was, null) => Say($"убрано, было: {ChangedValues.Shown(was, language)}", $"cleared, was {ChangedValues.Shown(was, language)}"),
        ({ } was, { } now) => Say(
            $"было: {ChangedValues.Shown(was, language)}, стало: {ChangedValues.Shown(now, language)}", $"was {ChangedValues.Shown(was, language)}, is now {ChangedValues.Shown(now, language)}"),
        _ => string.Empty,
    };

    private string Moved(IReadOnlyList<ActivityReference> moved)
    {
        var first = string.Join(", ", moved.Take(MostMovedNames).Select(a => Quote(NameOf(a))));
        var more = moved.Count - MostMovedNames;
        return more > 0
            ? Say($"Передвинуто на холсте: {first} и ещё {more}.", $"Moved on the canvas: {first} and {more} more.")
            : Say($"Передвинуто на холсте: {first}.", $"Moved on the canvas: {first}.");
    }

    private string Inside(DefinitionChange change) =>
        change.Inside == 0 ? string.Empty : Say($" вместе с тем, что внутри (действий: {change.Inside})", $" with what is inside (activities: {change.Inside})");

    private string Place(DefinitionChange change) => change.Activity is null ? Say("Процесс", "The workflow") : Quoted(change);

    private string Subject(DefinitionChange change) => change.Subject switch
    {
        ChangeSubject.Input => Say("вход", "input"),
        ChangeSubject.Output => Say("выход", "output"),
        ChangeSubject.Variable => Say("переменная", "variable"),
        _ => Say("настройка", "setting"),
    };

    /// <summary>Of settings only outcomes come and go one by one.</summary>
    private string Appeared(ChangeSubject subject) => subject switch
    {
        ChangeSubject.Input => Say("появился вход", "a new input"),
        ChangeSubject.Output => Say("появился выход", "a new output"),
        ChangeSubject.Variable => Say("появилась переменная", "a new variable"),
        _ => Say("появился исход", "a new outcome"),
    };

    private string Disappeared(ChangeSubject subject) => subject switch
    {
        ChangeSubject.Input => Say("удалён вход", "removed the input"),
        ChangeSubject.Output => Say("удалён выход", "removed the output"),
        ChangeSubject.Variable => Say("удалена переменная", "removed the variable"),
        _ => Say("удалён исход", "removed the outcome"),
    };

    private string Declared(DefinitionChange change, ComparedValue? value) => change.Subject is ChangeSubject.Setting
        ? Quote(value?.Text ?? string.Empty)
        : Quote(change.Name ?? string.Empty) + (value is null ? string.Empty : $" ({value.Text})");

    private string What(DefinitionChange change) =>
        change.Aspect is { } aspect ? $"{Quote(Label(change) ?? string.Empty)} ({SettingNames.Of(aspect, language)})" : Quote(Label(change) ?? string.Empty);

    private string? Label(DefinitionChange change) => change switch
    {
        { Name: null } => null,
        { Activity: { } activity, Subject: ChangeSubject.Input } => names.Input(activity.Type, change.Name, language),
        { Activity: { } activity, Subject: ChangeSubject.Output } => names.Output(activity.Type, change.Name, language),
        { Activity: { } activity, Subject: ChangeSubject.Connection } => names.Port(activity.Type, change.Name, language),
        { Subject: ChangeSubject.Setting or ChangeSubject.Text } => SettingNames.Of(change.Name, language),
        _ => change.Name,
    };

    private string NameOf(ActivityReference activity) => names.Of(activity, language);

    private string Quoted(DefinitionChange change) => Quote(NameOf(change.Activity!));

    private string Quote(string text) => Say($"«{text}»", $"“{text}”");

    private string Say(string ru, string en) => language is Language.En ? en : ru;
}
