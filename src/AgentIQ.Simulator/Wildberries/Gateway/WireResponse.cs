using System.Text;
using System.Text.Json;

namespace AgentIQ.Simulator.Wildberries.Gateway;

/// <summary>A response before it is sent, so that faults can spoil it and tests can hold it.</summary>
internal sealed record WireResponse(int Status, string? ContentType, byte[] Body)
{
    public const string Json = "application/json; charset=utf-8";
    public const string Problem = "application/problem+json";

    public static readonly WireResponse NoContent = new(StatusCodes.Status204NoContent, null, []);

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    public static WireResponse Of(int status, object body, string contentType = Json) =>
        new(status, contentType, JsonSerializer.SerializeToUtf8Bytes(body, WildberriesJson.Options));

    public static WireResponse Text(int status, string body, string contentType) => new(status, contentType, Encoding.UTF8.GetBytes(body));

    public WireResponse With(string header, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase) { [header] = value } };
}
