using AgentIQ.Testing;

namespace AgentIQ.Postgres.Tests.Ids;

public sealed class UuidV7SourceTests
{
    [Fact]
    public void An_id_is_a_version_7_of_its_time()
    {
        var clock = new ManualTimeProvider();

        var id = new UuidV7Source(clock).Next();

        id.Version.ShouldBe(7);
        (id.Variant & 0xC).ShouldBe(0x8);
        Convert.ToInt64(id.ToString("N")[..12], 16).ShouldBe(clock.GetUtcNow().ToUnixTimeMilliseconds());
    }

    [Fact]
    public void Ids_grow_within_a_millisecond_and_past_the_counter()
    {
        var source = new UuidV7Source(new ManualTimeProvider());

        var ids = Enumerable.Range(0, 10_000).Select(_ => source.Next().ToString("N")).ToList();

        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(ids.Count);
    }

    [Fact]
    public void Ids_grow_when_the_clock_steps_back()
    {
        var clock = new ManualTimeProvider();
        var source = new UuidV7Source(clock);
        var before = source.Next();

        clock.SetUtcNow(clock.GetUtcNow().AddHours(-1));

        string.CompareOrdinal(source.Next().ToString("N"), before.ToString("N")).ShouldBePositive();
    }
}
