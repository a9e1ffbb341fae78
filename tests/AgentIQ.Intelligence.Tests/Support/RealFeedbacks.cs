using System.Text.Json;
using AgentIQ.Intelligence.Intents;

namespace AgentIQ.Intelligence.Tests.Support;

/// <summary>Real Wildberries feedbacks, which live outside the repository: in <c>AGENTIQ_SHARED</c> or in <c>shared</c> beside it.</summary>
internal static class RealFeedbacks
{
    /// <summary>The written ones, or null where the folder is not there.</summary>
    public static IReadOnlyList<CustomerText>? Written()
    {
        if (Folder() is not { } folder)
        {
            return null;
        }

        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "data", "wb_feedbacks_real.json")));
        return [.. document.RootElement.EnumerateArray()
            .Select(item => new CustomerText(Text(item, "text"), "review", item.GetProperty("productValuation").GetInt32(), Text(item, "pros"), Text(item, "cons")))
            .Where(text => text.Text.Length + text.Pros!.Length + text.Cons!.Length > 0)];
    }

    private static string? Folder()
    {
        var candidates = new List<string?> { Environment.GetEnvironmentVariable("AGENTIQ_SHARED") };
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            candidates.Add(Path.Combine(folder.FullName, "shared"));
        }

        return candidates.Find(candidate => candidate is not null && File.Exists(Path.Combine(candidate, "data", "wb_feedbacks_real.json")));
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString() ?? "";
}
