namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>Versions, in one call each.</summary>
internal static class EngineVersions
{
    public static async Task<DefinitionVersionSummary> SaveAsync(this Engine engine, string definition, string author = "ann") =>
        (await engine.InTenantAsync(scope => engine.Definitions.SaveAsync(scope, new SaveDefinition(definition, author), CancellationToken.None))).Version.Summary;

    public static Task<DefinitionVersion?> FindVersionAsync(this Engine engine, VersionOptions version, string definition = "test") =>
        engine.InTenantAsync(scope => engine.Queries.FindAsync(scope, definition, version, CancellationToken.None));

    public static async Task<DefinitionVersion> ByIdAsync(this Engine engine, string versionId) =>
        (await engine.InTenantAsync(scope => engine.Queries.FindByIdAsync(scope, versionId, CancellationToken.None))).ShouldNotBeNull();

    public static Task<DefinitionPage> ListAsync(this Engine engine, DefinitionFilter filter) =>
        engine.InTenantAsync(scope => engine.Queries.ListAsync(scope, filter, CancellationToken.None));

    public static Task<MovePlan> PlanAsync(this Engine engine, string toVersionId) => engine.PlanAsync(new PlanMove("test", toVersionId, "ann"));

    public static Task<MovePlan> PlanAsync(this Engine engine, PlanMove request) => engine.Moves.PlanAsync(Engine.Seller, request, progress: null, CancellationToken.None);

    public static Task<MovePlan> ApplyAsync(this Engine engine, Guid planId) => engine.Moves.ApplyAsync(Engine.Seller, planId, progress: null, CancellationToken.None);
}
