using System.Text;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Reading;
using AgentIQ.Rules.Sets;
using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Policies;

/// <summary>The texts of sets: those that are stored, and those that somebody sends.</summary>
internal sealed class PolicyDocuments(IPolicies policies, IPolicyStore store)
{
    /// <summary>A set of ten thousand rows is about half of it; what is larger is a mistake.</summary>
    public const int LargestBytes = 1024 * 1024;

    public const int LongestNote = 1000;

    /// <summary>What is wrong with a text before anybody reads it, or null.</summary>
    public static Problem? Refuse(string document, string? note = null) =>
        Encoding.UTF8.GetByteCount(document) > LargestBytes ? PolicyProblems.TooLarge
        : note?.Length > LongestNote ? PolicyProblems.NoteTooLong
        : null;

    /// <summary>How findings name a text that is in no file.</summary>
    public static string FileNameOf(string set) => $"{set}.json";

    /// <summary>The text of a version, or null when there is none.</summary>
    public async Task<RuleSetDocument?> FindAsync(TenantScope scope, string set, RuleSetVersion version, CancellationToken ct) =>
        await store.FindAsync(scope, set, version, ct);

    /// <summary>A text ready to be asked, whatever set it is of.</summary>
    /// <exception cref="RuleSetException">It cannot be read.</exception>
    public CompiledRuleSet Compile(string set, string document) =>
        RuleSetCompiler.CompileWithoutExamples(RuleSetDocument.Parse(document, FileNameOf(set)), policies.Catalogue);

    /// <summary>A text of one set ready to be asked.</summary>
    /// <exception cref="RuleSetException">It cannot be read, or is of another set.</exception>
    public CompiledRuleSet CompileOf(string set, string document)
    {
        var compiled = Compile(set, document);
        return string.Equals(compiled.Name, set, StringComparison.Ordinal)
            ? compiled
            : throw new RuleSetException([new RuleSetFault(FileNameOf(set), "$.name", $"expected the name of the set, {set}, came {compiled.Name}; correct the name or open the other set")]);
    }
}
