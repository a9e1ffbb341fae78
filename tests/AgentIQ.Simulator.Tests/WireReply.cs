namespace AgentIQ.Simulator.Tests;

/// <summary>A response as it came over the wire.</summary>
internal sealed record WireReply(int Status, string? MediaType, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public JsonElement Data => Json.GetProperty("data");

    public string? ErrorText => Json.GetProperty("errorText").GetString();

    public string? Detail => Json.GetProperty("detail").GetString();

    public IReadOnlyList<JsonElement> Feedbacks => [.. Data.GetProperty("feedbacks").EnumerateArray()];

    public IReadOnlyList<string> Ids => [.. Feedbacks.Select(feedback => feedback.GetProperty("id").GetString()!)];

    public IReadOnlyList<string> Members => [.. Json.EnumerateObject().Select(member => member.Name)];

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
