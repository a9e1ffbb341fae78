using System.Text.Json;

namespace AgentIQ.Intelligence.Templates;

/// <summary>The platform's templates, which every seller starts with.</summary>
public static class ShippedTemplates
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<IReadOnlyList<ReplyTemplate>> Loaded = new(Load);

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<ReplyTemplate> All => Loaded.Value;

    private static IReadOnlyList<ReplyTemplate> Load()
    {
        using var stream = typeof(ShippedTemplates).Assembly.GetManifestResourceStream("AgentIQ.Intelligence.Templates.templates.ru.json")!;
        return JsonSerializer.Deserialize<Document>(stream, Format)!.Templates;
    }

    private sealed record Document(string Description, IReadOnlyList<ReplyTemplate> Templates);
}
