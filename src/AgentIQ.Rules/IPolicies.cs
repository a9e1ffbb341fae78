using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;

namespace AgentIQ.Rules;

/// <summary>The policies in force: a seller's own version of a set where there is one, else the platform's.</summary>
public interface IPolicies
{
    /// <summary>The facts that every set is compiled for; make <see cref="FactValues"/> from it.</summary>
    /// <exception cref="InvalidOperationException">Nothing was loaded yet.</exception>
    FactCatalogue Catalogue { get; }

    /// <summary>What was refused and why, while the last good version keeps running. Empty when all is well.</summary>
    IReadOnlyList<RuleSetFault> Refused { get; }

    /// <summary>The version in force. Work in flight keeps the one that it took.</summary>
    /// <param name="tenantId">The seller.</param>
    /// <param name="set">The set's name, such as <c>priority</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such set.</exception>
    /// <exception cref="InvalidOperationException">Nothing was loaded yet.</exception>
    CompiledRuleSet Current(Guid tenantId, string set);
}
