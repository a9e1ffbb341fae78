using System.Text.Json;

namespace AgentIQ.Server.Sandbox;

/// <summary>The samples that come with the product, as <c>samples.json</c> has them.</summary>
internal static class ShippedSamples
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    /// <summary>In the order in which they are offered; the first is what Run takes when nothing is chosen.</summary>
    public static IReadOnlyList<Sample> All { get; } = Read();

    private static List<Sample> Read()
    {
        using var file = typeof(ShippedSamples).Assembly.GetManifestResourceStream("AgentIQ.Server.Sandbox.samples.json")
            ?? throw new InvalidOperationException("samples.json is not part of the assembly.");
        return JsonSerializer.Deserialize<List<Sample>>(file, Json)!;
    }
}
