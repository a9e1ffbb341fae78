using AgentIQ.Workflows.Studio.Answers;

namespace AgentIQ.Workflows.Studio.Catalogue.Lists;

/// <summary>A way to give an input its value.</summary>
internal sealed record ExpressionType(string Type, string DisplayName, bool IsSerializable, bool IsBrowsable, IReadOnlyDictionary<string, string> Properties);

/// <summary>What the engine can evaluate (elsa-studio-contract 2.6), and nothing else; constant, because the designer breaks without one.</summary>
internal static class ExpressionTypes
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>(StringComparer.Ordinal);
    private static readonly Text Literal = new("Значение", "Value");
    private static readonly Text Structure = new("Структура", "Structure");
    private static readonly Text Variable = new("Переменная", "Variable");
    private static readonly Text Input = new("Вход процесса", "Workflow input");

    public static IReadOnlyList<ExpressionType> In(StudioLanguage language) =>
    [
        new("Literal", Literal.In(language), IsSerializable: true, IsBrowsable: false, None),
        new("Object", Structure.In(language), IsSerializable: true, IsBrowsable: false, Code("json")),
        new("Json", "JSON", IsSerializable: true, IsBrowsable: false, Code("json")),
        new("Variable", Variable.In(language), IsSerializable: true, IsBrowsable: true, None),
        new("Input", Input.In(language), IsSerializable: true, IsBrowsable: true, None),
        new("JavaScript", "JavaScript", IsSerializable: true, IsBrowsable: true, Code("javascript")),
    ];

    private static Dictionary<string, string> Code(string language) => new(StringComparer.Ordinal) { ["MonacoLanguage"] = language };
}
