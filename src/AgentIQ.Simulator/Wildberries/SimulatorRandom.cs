using System.Buffers.Text;

namespace AgentIQ.Simulator.Wildberries;

/// <summary>Ids of the kinds that Wildberries hands out, from one seeded source. Safe for concurrent use.</summary>
internal sealed class SimulatorRandom(int seed)
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);

    /// <summary>A UUID version 4, as in <c>sid</c>, the token's <c>id</c> and <c>requestId</c> of the service.</summary>
    public Guid Uuid()
    {
        var bytes = Bytes(16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>32 hexadecimal digits, as in the gateway's <c>requestId</c>.</summary>
    public string Hex() => Convert.ToHexStringLower(Bytes(16));

    /// <summary>20 url-safe characters, as in the id of a feedback.</summary>
    public string FeedbackId() => Base64Url.EncodeToString(Bytes(15));

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        lock (_gate)
        {
            _random.NextBytes(bytes);
        }

        return bytes;
    }
}
