using System.Text.Encodings.Web;
using System.Text.Json;

namespace AgentIQ.Simulator.Persistence;

/// <summary>How journal lines are written: times to the tick, Cyrillic as it is.</summary>
internal static class JournalJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
