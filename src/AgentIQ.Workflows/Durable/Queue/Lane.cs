namespace AgentIQ.Workflows.Durable.Queue;

/// <summary>What must not run at the same time: a known lane, or the key that the database computes it from.</summary>
/// <param name="Number">The lane; null: see the key.</param>
/// <param name="Key">A correlation, else an instance id as text.</param>
internal readonly record struct Lane(long? Number, string? Key)
{
    public static Lane Of(long number) => new(number, Key: null);

    public static Lane Of(string key) => new(Number: null, key);
}
