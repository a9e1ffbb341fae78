using AgentIQ.Postgres;

namespace AgentIQ.Workflows.InMemory;

/// <summary>Ids that are the same in every run, so that two runs can be compared.</summary>
internal sealed class CountingIds : IIdSource
{
    private int _count;

    public Guid Next() => new(0, 0, 0x7000, [0x80, 0, 0, 0, .. BigEndian(++_count)]);

    private static byte[] BigEndian(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
}
