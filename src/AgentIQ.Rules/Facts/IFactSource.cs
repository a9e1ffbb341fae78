namespace AgentIQ.Rules.Facts;

/// <summary>A layer's own part of the fact catalogue, registered in the container.</summary>
public interface IFactSource
{
    /// <summary>The fields that the layer adds. A name that another layer has is an error.</summary>
    IReadOnlyList<FactField> Fields { get; }
}
