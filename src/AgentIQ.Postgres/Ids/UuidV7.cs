using System.Buffers.Binary;

namespace AgentIQ.Postgres;

/// <summary>What can be read from UUIDv7 (RFC 9562): they begin with their time, so a span of time is a range of keys.</summary>
public static class UuidV7
{
    /// <summary>The least identifier of a moment, to the millisecond: everything made from then on is not less.</summary>
    public static Guid LeastAt(DateTimeOffset moment)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        BinaryPrimitives.WriteInt64BigEndian(bytes, (moment.ToUnixTimeMilliseconds() << 16) | 0x7000L);
        bytes[8] = 0x80;
        return new Guid(bytes, bigEndian: true);
    }
}
