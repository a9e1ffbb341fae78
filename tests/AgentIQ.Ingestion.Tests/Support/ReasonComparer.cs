namespace AgentIQ.Ingestion.Tests.Support;

/// <summary>Reasons are the same when they read the same.</summary>
internal sealed class ReasonComparer : IEqualityComparer<Reason?>
{
    public bool Equals(Reason? x, Reason? y) => x?.ToJson() == y?.ToJson();

    public int GetHashCode(Reason? obj) => StringComparer.Ordinal.GetHashCode(obj?.ToJson() ?? "");
}
