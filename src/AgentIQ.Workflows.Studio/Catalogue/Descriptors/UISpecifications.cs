using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Studio.Catalogue.Descriptors;

/// <summary>One entry of a list in an editor.</summary>
internal sealed record ListEntry(string Text, string Value);

/// <summary>The options of editors, each under the editor's name (elsa-studio-contract 4.3).</summary>
internal static class UISpecifications
{
    private static readonly IReadOnlyDictionary<string, object> None = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <param name="input">The input.</param>
    /// <param name="text">Its texts.</param>
    /// <param name="choices">Live choices; empty where the input has none.</param>
    public static IReadOnlyDictionary<string, object> Of(InputDescriptor input, InputText text, IReadOnlyList<Choice> choices) => input.UIHint switch
    {
        UIHints.Dropdown => Under(input.UIHint, new { selectList = new { items = Entries(input, text, choices), isFlagsEnum = false } }),
        UIHints.CheckList => Under(input.UIHint, new { checkList = new { items = Entries(input, text, choices), isFlagsEnum = false } }),

        // editorHeight would have to be a number: its name kills the editor (elsa-studio-contract 0, rule 5).
        UIHints.CodeEditor => Under(UIHints.CodeEditor, new { language = input.Declaration.Language ?? Languages.JavaScript }),
        UIHints.JsonEditor => Under(UIHints.CodeEditor, new { language = "json" }),
        _ => None,
    };

    private static Dictionary<string, object> Under(string key, object options) => new(StringComparer.Ordinal) { [key] = options };

    private static ListEntry[] Entries(InputDescriptor input, InputText text, IReadOnlyList<Choice> choices)
    {
        if (input.Declaration.Choices is not null)
        {
            return [.. choices.Select(c => new ListEntry(c.Text, c.Value))];
        }

        var type = Nullable.GetUnderlyingType(input.Type) ?? input.Type;
        var values = input.Declaration.Options ?? (type.IsEnum ? Enum.GetNames(type).Distinct(StringComparer.Ordinal).ToArray() : []);
        return Array.ConvertAll(values, value => new ListEntry(text.Options.GetValueOrDefault(value) ?? value, value));
    }
}
