using System.Buffers.Binary;
using AgentIQ.Postgres;

namespace AgentIQ.Testing;

/// <summary>
/// Identifiers that are the same in every run: valid UUIDv7 of the first milliseconds of 2026, counting up.
/// </summary>
public sealed class TestIds : IIdSource
{
    private static readonly long Start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private long _count;

    /// <inheritdoc />
    public Guid Next()
    {
        var number = Interlocked.Increment(ref _count);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, ((Start + number) << 16) | 0x7000L);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], unchecked((long)0x8000_0000_0000_0000) | number);
        return new Guid(bytes, bigEndian: true);
    }
}
