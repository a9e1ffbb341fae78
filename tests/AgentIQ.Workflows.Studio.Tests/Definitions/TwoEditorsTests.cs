using System.Text.Json.Nodes;
using AgentIQ.Workflows.Studio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Studio.Tests.Definitions;

/// <summary>Nobody's change is overwritten by somebody who has not seen it.</summary>
public sealed class TwoEditorsTests
{
    [Fact]
    public async Task Who_has_not_seen_the_others_save_is_refused_and_told_who_and_when()
    {
        await using var host = await StudioHost.StartAsync();
        using var marina = host.As(Person.Manager);
        using var pyotr = host.As(Person.SecondManager);
        var opened = await marina.SavedAsync(Sample.Text("both"));
        await pyotr.SavedAsync((await pyotr.OpenAsync("both")).Described("Пётр"));

        var russian = await marina.SaveAsync(opened.Described("Марина"));
        russian.Errors().ShouldHaveSingleItem().ShouldContain("Пётр (20.11.2026 09:00 UTC)");
        (await marina.SaveAsync(opened.Described("Марина"), publish: true)).Status.ShouldBe(400);
        (await marina.OpenAsync("both"))["description"]!.GetValue<string>().ShouldBe("Пётр");

        (await marina.SaveAsync((await marina.OpenAsync("both")).Described("Марина видела"))).Status.ShouldBe(200);
        (await pyotr.SaveAsync((await pyotr.OpenAsync("both")).Described("и Пётр видел"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_change_between_ones_own_is_not_lost_either()
    {
        await using var host = await StudioHost.StartAsync();
        using var marina = host.As(Person.Manager);
        using var pyotr = host.As(Person.SecondManager);
        var firstTab = await marina.SavedAsync(Sample.Text("tabs"));
        await pyotr.SavedAsync((await pyotr.OpenAsync("tabs")).Described("Пётр"));
        await marina.SavedAsync((await marina.OpenAsync("tabs")).Described("вторая вкладка"));

        (await marina.SaveAsync(firstTab.Described("первая вкладка"))).Errors().ShouldHaveSingleItem().ShouldContain("Пётр");
    }

    [Fact]
    public async Task Ones_own_saves_are_no_conflict_even_when_the_answer_was_lost()
    {
        await using var host = await StudioHost.StartAsync();
        using var marina = host.As(Person.Manager);
        var opened = await marina.SavedAsync(Sample.Text("alone"));

        var saved = await marina.SavedAsync(opened.Described("раз"));
        (await marina.SavedAsync(opened.Described("раз"))).Revision().ShouldBe(saved.Revision(), "the same body is stored once");
        (await marina.SavedAsync(opened.Described("два"))).Revision().ShouldNotBe(saved.Revision());
        var published = await marina.SavedAsync(opened.Described("два"), publish: true);
        (await marina.SavedAsync(opened.Described("два"), publish: true)).Id().ShouldBe(published.Id());
    }

    [Fact]
    public async Task Who_deletes_or_goes_back_changes_it_too()
    {
        await using var host = await StudioHost.StartAsync();
        using var marina = host.As(Person.Manager);
        using var pyotr = host.As(Person.SecondManager);
        var opened = await marina.SavedAsync(Sample.Text("gone"), publish: true);
        var draft = await marina.SavedAsync(opened.Described("черновик"));

        await pyotr.PostAsync("/workflow-definitions/gone/revert/1", body: null);
        (await marina.SaveAsync(draft.Described("дальше"))).Errors().ShouldHaveSingleItem().ShouldContain("возвращает Пётр");

        var reloaded = await marina.OpenAsync("gone");
        await pyotr.DeleteAsync("/workflow-definitions/gone");
        (await marina.SaveAsync(reloaded.Described("дальше"))).Errors().ShouldHaveSingleItem().ShouldContain("удаляет Пётр");
        (await marina.GetAsync("/workflow-definitions/by-definition-id/gone")).Status.ShouldBe(404, "a save does not bring it back");
    }

    [Fact]
    public async Task Publishing_is_no_change_of_the_text()
    {
        await using var host = await StudioHost.StartAsync();
        using var marina = host.As(Person.Manager);
        using var pyotr = host.As(Person.SecondManager);
        var opened = await marina.SavedAsync(Sample.Text("going"));
        await pyotr.PostAsync("/workflow-definitions/going/publish", "{}");

        (await marina.SavedAsync(opened.Described("дальше")))["version"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task Two_who_both_open_what_the_platform_ships_do_not_overwrite_each_other()
    {
        await using var host = await StudioHost.StartAsync();
        await ShipAsync(host, Sample.Json("shipped"));
        using var marina = host.As(Person.Manager);
        using var pyotr = host.As(Person.SecondManager);
        using var stranger = host.As(Person.Stranger);
        var (hers, his, another) = (await marina.OpenAsync("shipped"), await pyotr.OpenAsync("shipped"), await stranger.OpenAsync("shipped"));
        Rels(hers).ShouldContain("publish", "the platform's can be edited");
        Rels(hers).ShouldNotContain("delete", "but not deleted");

        var copy = await pyotr.SavedAsync(his.Described("Пётр"));
        copy["version"]!.GetValue<int>().ShouldBe(2, "the first save makes the seller's own copy");
        (await marina.SaveAsync(hers.Described("Марина"))).Errors().ShouldHaveSingleItem().ShouldContain("Пётр");
        (await stranger.SaveAsync(another.Described("Чужая"))).Status.ShouldBe(200, "another seller's copy is another definition");

        await pyotr.DeleteAsync("/workflow-definitions/shipped");
        (await marina.SaveAsync((await marina.OpenAsync("shipped")).Described("Марина"))).Status.ShouldBe(200, "she has seen that the copy is gone");
    }

    [Fact]
    public async Task Who_opened_before_a_release_keeps_the_version_they_opened_as_the_base()
    {
        await using var host = await StudioHost.StartAsync();
        var shipped = Sample.Json("shipped");
        await ShipAsync(host, shipped);
        using var marina = host.As(Person.Manager);
        var opened = await marina.OpenAsync("shipped");
        await ShipAsync(host, shipped.Described("новый выпуск"));

        var saved = await marina.SavedAsync(opened.Described("Марина"));

        var queries = host.Services.GetRequiredService<IWorkflowDefinitionQueries>();
        var copy = (await host.Database.InTenantAsync(Person.Seller, scope => queries.FindByIdAsync(scope, saved.Id(), default), default)).ShouldNotBeNull().Summary;
        copy.BaseVersionId.ShouldBe("shipped@1");
        copy.NewerBaseVersionId.ShouldBe("shipped@2");
    }

    [Theory]
    [InlineData("\"nonsense\"")]
    [InlineData("5")]
    [InlineData("\"v/-1\"")]
    [InlineData("null")]
    public async Task A_revision_that_is_none_counts_as_none_and_is_not_stored(string revision)
    {
        await using var host = await StudioHost.StartAsync();
        using var marina = host.As(Person.Manager);
        var model = Sample.Json("odd");
        model["customProperties"] = JsonNode.Parse($$"""{"kept":1,"agentiqRevision":{{revision}}}""");

        await marina.SavedAsync(model);

        (await marina.GetAsync("/workflow-definitions/odd/export")).Json["customProperties"]!.ToJsonString().ShouldBe("""{"kept":1}""");
    }

    private static string[] Rels(JsonNode definition) => [.. definition["links"]!.AsArray().Select(link => link!["rel"]!.GetValue<string>())];

    private static async Task ShipAsync(StudioHost host, JsonObject definition)
    {
        var folder = Directory.CreateTempSubdirectory("agentiq-shipped-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "shipped.json"), definition.ToJsonString(), TestContext.Current.CancellationToken);
            var report = await host.Services.GetRequiredService<IWorkflowDefinitions>().ImportPlatformAsync(folder.FullName, TestContext.Current.CancellationToken);
            report.Imported.ShouldHaveSingleItem();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
