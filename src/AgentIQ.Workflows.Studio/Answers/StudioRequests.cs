using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AgentIQ.Workflows.Studio.Answers;

/// <summary>Reads bodies, whatever the host's own JSON options say.</summary>
internal static class StudioRequests
{
    /// <summary>The body; where there is none, what it would be with nothing in it.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static async Task<T> BodyAsync<T>(this HttpRequest request, CancellationToken ct)
        where T : class, new()
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, ct);
        return buffer.Length == 0 ? new T() : JsonSerializer.Deserialize<T>(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), StudioJson.Options) ?? new T();
    }
}
