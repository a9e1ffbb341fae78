using System.Text;
using System.Text.Json;

namespace AgentIQ.Simulator.Persistence;

/// <summary>Reads journal lines back.</summary>
internal static class JournalReader
{
    /// <exception cref="SimulatorStateException">A line other than a torn last one cannot be read.</exception>
    public static void Read(Stream stream, string path, KeptState state, ILogger logger)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var rest = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        for (var number = 1; rest.Length > 0; number++)
        {
            var end = rest.IndexOf((byte)'\n');
            if (end < 0)
            {
                logger.LogWarning("The last line ({Line}) of {File} is torn, as after a kill, and is ignored: {Length} bytes", number, path, rest.Length);
                return;
            }

            state.Apply(Parse(rest[..end], path, number));
            rest = rest[(end + 1)..];
        }
    }

    private static JournalLine Parse(ReadOnlySpan<byte> bytes, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalLine>(bytes, JournalJson.Options) ?? throw new JsonException("the line is null");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new SimulatorStateException(
                $"{path}, line {number}: expected a line of the simulator's state, got «{Encoding.UTF8.GetString(bytes[..Math.Min(80, bytes.Length)])}» ({exception.Message}). "
                + "Repair the line, or delete the folder to start anew.",
                exception);
        }
    }
}
