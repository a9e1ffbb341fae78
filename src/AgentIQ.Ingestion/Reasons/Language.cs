namespace AgentIQ.Ingestion;

/// <summary>The languages that people read our reasons in.</summary>
public enum Language
{
    /// <summary>Russian, the default of the product.</summary>
    Russian,

    /// <summary>English.</summary>
    English,
}
