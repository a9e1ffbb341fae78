using System.Collections.Concurrent;
using System.Text.Json;

namespace AgentIQ.Workflows.Definitions;

/// <summary>What findings say in other languages: <c>diagnostics.ru.json</c> beside this file, the English sentence first.</summary>
internal static class DiagnosticTexts
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Read = new(StringComparer.Ordinal);

    /// <summary>Sentences by their English ones; empty for a language without translations.</summary>
    public static IReadOnlyDictionary<string, string> Of(string language) => Read.GetOrAdd(language, Open);

    private static IReadOnlyDictionary<string, string> Open(string language)
    {
        using var stream = typeof(DiagnosticTexts).Assembly.GetManifestResourceStream($"diagnostics.{language}.json");
        return stream is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
