using System.Text.Json;
using AgentIQ.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Http.Outgoing;

/// <summary>
/// Headers carry keys and tokens, so the ledger gets them encrypted. Without a database nothing is kept and nothing needs to be closed.
/// </summary>
internal static class HttpSecrets
{
    private const string Open = "open:";

    /// <exception cref="InvalidOperationException">The process has no key.</exception>
    public static string Close(IServiceProvider services, Guid tenantId, Dictionary<string, string> headers)
    {
        var json = JsonSerializer.Serialize(headers, WorkflowJson.Options);
        if (services.GetService<SecretBox>() is { } box)
        {
            return box.Encrypt(tenantId, json);
        }

        return services.GetService<Database>() is null
            ? Open + json
            : throw new InvalidOperationException("Request headers may hold secrets, which are only stored encrypted, but this process has no key: add a SecretBox to its services.");
    }

    /// <exception cref="SecretException">The key that closed them is gone.</exception>
    public static Dictionary<string, string> Read(IServiceProvider services, Guid tenantId, string? closed)
    {
        if (closed is null)
        {
            return [];
        }

        var json = closed.StartsWith(Open, StringComparison.Ordinal) ? closed[Open.Length..] : services.GetRequiredService<SecretBox>().Decrypt(tenantId, closed);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(json, WorkflowJson.Options)!;
    }
}
