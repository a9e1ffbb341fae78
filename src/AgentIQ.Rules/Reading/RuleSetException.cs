namespace AgentIQ.Rules.Reading;

/// <summary>A document was refused; every fault that was found is listed.</summary>
public sealed class RuleSetException : Exception
{
    /// <summary>Refuses a document for these faults.</summary>
    public RuleSetException(IReadOnlyList<RuleSetFault> faults)
        : base(string.Join(Environment.NewLine, faults))
    {
        Faults = faults;
    }

    /// <summary>What is wrong, in the order of the document.</summary>
    public IReadOnlyList<RuleSetFault> Faults { get; }
}
