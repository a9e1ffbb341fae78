using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AgentIQ.Postgres;

/// <summary>
/// UUIDv7 from a clock. Within one source every identifier is greater than the one before it, also within
/// one millisecond and when the clock steps back: the 12 bits behind the time are a counter (RFC 9562, 6.2, method 1),
/// and a full counter borrows the next millisecond.
/// </summary>
/// <param name="clock">Where the time in the identifier comes from.</param>
public sealed class UuidV7Source(TimeProvider clock) : IIdSource
{
    private const int CounterLimit = 1 << 12;

    private readonly Lock _gate = new();
    private long _millisecond;
    private int _counter;

    /// <inheritdoc />
    public Guid Next()
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        long millisecond;
        int counter;
        lock (_gate)
        {
            if (now > _millisecond)
            {
                _millisecond = now;
                _counter = 0;
            }
            else if (++_counter == CounterLimit)
            {
                _millisecond++;
                _counter = 0;
            }

            (millisecond, counter) = (_millisecond, _counter);
        }

        return Compose(millisecond, counter);
    }

    private static Guid Compose(long millisecond, int counter)
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (millisecond << 16) | 0x7000L | (uint)counter);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
