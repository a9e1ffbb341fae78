using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;

namespace AgentIQ.Rules;

/// <summary>The policies in force: a seller's own version of a set where there is one, else the platform's.</summary>
/// <remarks>Before the host has started, every member throws an <see cref="InvalidOperationException"/>.</remarks>
public interface IPolicies
{
    /// <summary>The facts that every set is compiled for; make <see cref="FactValues"/> from it.</summary>
    FactCatalogue Catalogue { get; }

    /// <summary>What was refused and why, while the last good version keeps running. Empty when all is well.</summary>
    IReadOnlyList<RuleSetFault> Refused { get; }

    /// <summary>The names of the sets that there are.</summary>
    IReadOnlyList<string> Sets { get; }

    /// <summary>The version in force. Work in flight keeps the one that it took.</summary>
    /// <param name="tenantId">The seller.</param>
    /// <param name="set">The set's name, such as <c>priority</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such set.</exception>
    CompiledRuleSet Current(Guid tenantId, string set);

    /// <summary>The platform's newest version, whatever the sellers have.</summary>
    /// <exception cref="KeyNotFoundException">There is no such set.</exception>
    CompiledRuleSet Platform(string set);

    /// <summary>The version that is evaluated beside the one in force without effect, or null.</summary>
    CompiledRuleSet? Shadow(Guid tenantId, string set);

    /// <summary>
    /// Takes over at once what was published, instead of at the notification or the next poll: for whoever has just published and wants
    /// to see it decide. Other processes are told as always.
    /// </summary>
    Task ReloadAsync(CancellationToken ct);
}
