using System.Reflection;

namespace AgentIQ.Architecture.Tests;

/// <summary>Which way imports run, read from the compiled assemblies: a layer uses the layers below it, never upwards.</summary>
public sealed class ImportTests
{
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["AgentIQ.Postgres"] = [],
        ["AgentIQ.Rules"] = ["AgentIQ.Postgres"],
        ["AgentIQ.Workflows"] = ["AgentIQ.Postgres"],
        ["AgentIQ.Workflows.Studio"] = ["AgentIQ.Postgres", "AgentIQ.Workflows"],
        ["AgentIQ.Chaos"] = ["AgentIQ.Postgres", "AgentIQ.Workflows"],
        // The shipped sets are measured with the facts of the layers that declare them.
        ["AgentIQ.Bench"] = ["AgentIQ.Postgres", "AgentIQ.Rules", "AgentIQ.Workflows", "AgentIQ.Interactions", "AgentIQ.Context", "AgentIQ.Orchestration", "AgentIQ.Intelligence"],
        ["AgentIQ.Simulator"] = [],
        ["AgentIQ.Interactions"] = ["AgentIQ.Postgres"],
        ["AgentIQ.Ingestion"] = ["AgentIQ.Postgres", "AgentIQ.Rules", "AgentIQ.Workflows", "AgentIQ.Interactions"],
        ["AgentIQ.Context"] = ["AgentIQ.Postgres", "AgentIQ.Rules", "AgentIQ.Workflows", "AgentIQ.Interactions", "AgentIQ.Ingestion"],
        ["AgentIQ.Orchestration"] =
            ["AgentIQ.Postgres", "AgentIQ.Rules", "AgentIQ.Workflows", "AgentIQ.Interactions", "AgentIQ.Ingestion", "AgentIQ.Context"],
        ["AgentIQ.Intelligence"] =
            ["AgentIQ.Postgres", "AgentIQ.Rules", "AgentIQ.Workflows", "AgentIQ.Interactions", "AgentIQ.Ingestion", "AgentIQ.Context", "AgentIQ.Orchestration"],
    };

    public static TheoryData<string> Projects => [.. Repository.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_imports_only_what_lies_below_it(string project)
    {
        var imports = Assembly.Load(project).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("AgentIQ.", StringComparison.Ordinal));
        if (project == "AgentIQ.Server")
        {
            imports.ShouldNotBeEmpty("the server composes the layers");
            return;
        }

        MayUse.ShouldContainKey(project, "a new project says here what it may use");
        imports.Except(MayUse[project]).ShouldBeEmpty();
    }
}
