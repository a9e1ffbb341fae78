using System.Text.RegularExpressions;
using AgentIQ.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Server.Tests.Workflows;

/// <summary>What ships can be taken out and brought in again, letter for letter but for what the server says of a version.</summary>
public sealed partial class ShippedExportTests
{
    [Fact]
    public async Task On_an_empty_installation_they_are_stored_and_exported_as_they_are_in_the_files()
    {
        await using var desk = await Desk.StartAsync();
        var queries = desk.Services.GetRequiredService<IWorkflowDefinitionQueries>();

        foreach (var shipped in ShippedDefinition.All)
        {
            var version = await InSellerAsync(desk, scope => queries.FindAsync(scope, shipped.Id, VersionOptions.Published, TestContext.Current.CancellationToken));

            version.ShouldNotBeNull(shipped.Id).Body.ShouldBe(shipped.Text);
            version.Summary.VersionId.ShouldBe($"{shipped.Id}@1");
            ShouldSayTheSame(queries.ForExport(version), shipped.Text);
        }
    }

    [Fact]
    public async Task An_exported_one_that_is_brought_in_under_another_id_is_exported_the_same()
    {
        await using var desk = await Desk.StartAsync();
        var queries = desk.Services.GetRequiredService<IWorkflowDefinitionQueries>();
        var definitions = desk.Services.GetRequiredService<IWorkflowDefinitions>();

        foreach (var shipped in ShippedDefinition.All)
        {
            var file = shipped.Text.Replace($"\"definitionId\": \"{shipped.Id}\"", $"\"definitionId\": \"copy-of-{shipped.Id}\"", StringComparison.Ordinal);
            var saved = await InSellerAsync(
                desk, scope => definitions.SaveAsync(scope, new SaveDefinition(file, "Анна") { Publish = true }, TestContext.Current.CancellationToken));

            saved.Diagnostics.ShouldBeEmpty(shipped.Id);
            saved.Version.Summary.IsPublished.ShouldBeTrue();
            ShouldSayTheSame(queries.ForExport(saved.Version), shipped.Text);
        }
    }

    private static Task<T> InSellerAsync<T>(Desk desk, Func<Postgres.TenantScope, Task<T>> work) =>
        desk.Database.Database.InTenantAsync(Desk.Seller, work, TestContext.Current.CancellationToken);

    private static void ShouldSayTheSame(string exported, string file) => Envelope.Replace(exported, string.Empty).ShouldBe(Envelope.Replace(file, string.Empty));

    /// <summary>What the server says of a version, in the first lines of a text.</summary>
    [GeneratedRegex("""^  "(?:id|definitionId|createdAt|version|isLatest|isPublished|isReadonly)": .*$""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Envelope { get; }
}
