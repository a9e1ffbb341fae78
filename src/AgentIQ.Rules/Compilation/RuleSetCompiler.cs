using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Compilation;

/// <summary>Reads, checks, compiles and tries a document. The result is whole or there is none.</summary>
public static class RuleSetCompiler
{
    /// <summary>Compiles a document and runs its examples.</summary>
    /// <param name="document">The document.</param>
    /// <param name="catalogue">The facts that it may ask about.</param>
    /// <param name="version">Which version it is; a file by default.</param>
    /// <exception cref="RuleSetException">It is broken or an example fails; every fault with its JSON path.</exception>
    public static CompiledRuleSet Compile(RuleSetDocument document, FactCatalogue catalogue, RuleSetVersion? version = null)
    {
        var compiled = CompileWithoutExamples(document, catalogue, version);
        var failed = ExampleRunner.Run(compiled).Where(result => result.Failure is not null).ToList();
        return failed.Count == 0
            ? compiled
            : throw new RuleSetException([.. failed.Select(result => new RuleSetFault(document.FileName, result.Example.Path, $"example \"{result.Example.Name}\": {result.Failure}"))]);
    }

    /// <summary>Compiles a document and leaves its examples alone, for showing how each of them comes out.</summary>
    /// <exception cref="RuleSetException">It is broken; every fault with its JSON path.</exception>
    public static CompiledRuleSet CompileWithoutExamples(RuleSetDocument document, FactCatalogue catalogue, RuleSetVersion? version = null) =>
        Compile(RuleSetReader.Read(document, catalogue), version);

    /// <summary>Compiles a set that was read, and leaves its examples alone.</summary>
    internal static CompiledRuleSet Compile(RuleSet set, RuleSetVersion? version = null)
    {
        var probes = new TextProbes();
        var compiler = new TableCompiler(new ConditionCompiler(probes), set.Outputs);
        List<CompiledTable> tables = [];
        var rows = 0;
        foreach (var table in set.Tables)
        {
            tables.Add(compiler.Compile(table, tables.Count, rows));
            rows += table.Rows.Count(row => row.Enabled);
        }

        probes.Build();
        return new CompiledRuleSet(set, [.. tables], probes, version ?? RuleSetVersion.OfFile);
    }
}
