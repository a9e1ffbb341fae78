using System.CommandLine;
using AgentIQ.Rules.Facts;
using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Commands.Rules;

/// <summary>What the commands about rules read.</summary>
internal static class RuleFile
{
    /// <summary>The argument that takes any number of sets.</summary>
    public static Argument<string[]> Many()
    {
        var files = new Argument<string[]>("FILE") { Description = "Policy sets as JSON. \"-\" is standard input.", Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(result =>
        {
            // An argument of any length would take a misspelt option for a file.
            foreach (var option in result.Tokens.Select(token => token.Value).Where(name => name.StartsWith("--", StringComparison.Ordinal)))
            {
                result.AddError($"There is no option {option}; a file of that name is written ./{option}.");
            }
        });
        return files;
    }

    /// <summary>The facts that this release knows.</summary>
    public static FactCatalogue Catalogue() => FactCatalogue.Of(Layers.FactSources);

    /// <summary>Reads a set's text.</summary>
    public static Task<(string Text, string? Problem)> ReadAsync(string file, CommandContext context, CancellationToken ct) =>
        SourceFile.ReadAsync(file, "a policy set", context, ct);
}
