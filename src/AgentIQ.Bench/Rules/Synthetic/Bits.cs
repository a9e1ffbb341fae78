namespace AgentIQ.Bench.Rules.Synthetic;

/// <summary>Sets as bits, and the same as JSON.</summary>
internal static class Bits
{
    /// <summary>Some different members of so many.</summary>
    public static uint Of(Random random, int members, int some)
    {
        var bits = 0U;
        while (System.Numerics.BitOperations.PopCount(bits) < some)
        {
            bits |= 1U << random.Next(members);
        }

        return bits;
    }

    public static IEnumerable<int> Places(uint bits) => Enumerable.Range(0, 32).Where(place => (bits >> place & 1) != 0);

    public static string List(string what, uint bits) => $"[{string.Join(", ", Places(bits).Select(place => $"\"{what}_{place}\""))}]";

    public static string Words(uint bits) => $"[{string.Join(", ", Places(bits).Select(place => $"\"{Subjects.Words[place]}\""))}]";
}
