using AgentIQ.Server.Problems;
using AgentIQ.Workflows.Definitions.Comparison;

namespace AgentIQ.Server.Api.Workflows.Comparison;

/// <summary>Shows values in one language.</summary>
internal static class ChangedValues
{
    /// <summary>The value alone: a script as its source, a variable by its name.</summary>
    public static string? Plain(ComparedValue? value, Language language) => value is null ? null : KindOf(value.Form)?.In(language) is { } kind ? $"{kind} {value.Text}" : value.Text;

    /// <summary>The value in a sentence, quoted where it is somebody's words, with what it is.</summary>
    public static string Shown(ComparedValue value, Language language) => value.Form switch
    {
        ValueForm.JavaScript => $"{new LocalText("скрипт", "the script").In(language)} `{value.Text}`",
        ValueForm.Json => value.Text,
        ValueForm.Literal or ValueForm.Other => language is Language.En ? $"“{value.Text}”" : $"«{value.Text}»",
        _ => Plain(value, language)!,
    };

    private static LocalText? KindOf(ValueForm form) => form switch
    {
        ValueForm.Variable => new("переменная", "variable"),
        ValueForm.Input => new("вход процесса", "workflow input"),
        ValueForm.Output => new("выход процесса", "workflow output"),
        _ => null,
    };
}
