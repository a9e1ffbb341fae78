using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;
using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Policies.Sets;

/// <summary>What rules can ask.</summary>
/// <param name="Fields">The facts, in the order of the catalogue.</param>
/// <param name="Operators">The operators of each type, as documents write them.</param>
public sealed record PolicyCatalogueView(IReadOnlyList<PolicyFieldView> Fields, IReadOnlyDictionary<string, IReadOnlyList<string>> Operators)
{
    internal static PolicyCatalogueView Of(FactCatalogue catalogue, Language language) => new(
        [.. catalogue.Fields.Select(field => PolicyFieldView.Of(field, language))],
        Enum.GetValues<FactType>().ToDictionary(
            type => type.ToString().ToLowerInvariant(),
            IReadOnlyList<string> (type) => [.. OperatorTable.For(type).Select(OperatorTable.WordOf)],
            StringComparer.Ordinal));
}
