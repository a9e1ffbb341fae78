using AgentIQ.Workflows.Studio.Tests.Contract;
using AgentIQ.Workflows.Studio.Tests.Support;

namespace AgentIQ.Workflows.Studio.Tests.Catalogue;

public sealed class CatalogueExchangeTests
{
    /// <summary>Which .NET class an activity is, is nobody's business; the designer ignores it.</summary>
    private const string Left = "clrType";

    [Fact]
    [Exchange("008-package-version")]
    [Exchange("009-features-installed")]
    [Exchange("013-descriptors-expression-descriptors")]
    [Exchange("014-descriptors-variables")]
    [Exchange("015-descriptors-storage-drivers")]
    [Exchange("016-descriptors-workflow-activation-strategies")]
    [Exchange("017-descriptors-incident-strategies")]
    [Exchange("018-descriptors-log-persistence-strategies")]
    [Exchange("019-descriptors-commit-strategies-workflows")]
    [Exchange("020-descriptors-commit-strategies-activities")]
    [Exchange("021-descriptors-output-converters")]
    [Exchange("022-descriptors-output-converters-sourcetype-string-destinationtype-int32")]
    [Exchange("023-resilience-strategies-activitytype-elsa-flowsendhttprequest")]
    [Exchange("025-features-installed-nope")]
    public async Task The_lists_have_the_recorded_shapes()
    {
        await using var host = await StudioHost.StartAsync();
        using var client = host.As(Person.Operator);
        foreach (var name in new[] { "008", "009", "013", "014", "015", "016", "017", "018", "019", "020", "021", "022", "023", "025" })
        {
            var exchange = RecordedExchange.All.Values.Single(e => e.Name.StartsWith(name, StringComparison.Ordinal));
            (await client.GetAsync(exchange.Path)).ShouldAgreeWith(exchange.Name);
        }
    }

    [Fact]
    [Exchange("024-features-installed-elsa-workflowsapi")]
    public async Task A_feature_that_is_installed_is_found_by_its_full_name()
    {
        await using var host = await StudioHost.StartAsync(studio: options => options.RealTimeUpdates = true);
        using var client = host.As(Person.Operator);
        (await client.GetAsync("/features/installed/Elsa.RealTimeWorkflowUpdates")).ShouldAgreeWith("024-features-installed-elsa-workflowsapi");
        (await client.GetAsync("/features/installed")).ShouldAgreeWith("009-features-installed");
    }

    [Fact]
    [Exchange("010-descriptors-activities")]
    [Exchange("011-descriptors-activities-elsa-setvariable")]
    [Exchange("029-options-provider")]
    public async Task Activities_have_the_recorded_shape()
    {
        await using var host = await StudioHost.StartAsync();
        using var client = host.As(Person.Operator);
        (await client.GetAsync("/descriptors/activities?Refresh=True")).ShouldAgreeWith("010-descriptors-activities", Left, "defaultValue");
        (await client.GetAsync("/descriptors/activities/Elsa.SetVariable")).ShouldAgreeWith("011-descriptors-activities-elsa-setvariable", Left);
        (await client.PostAsync("/descriptors/activities/Elsa.HttpEndpoint/options/SupportedMethods", "{}")).ShouldAgreeWith("029-options-provider");
    }

    [Fact]
    [Exchange("123-js-type-definitions")]
    public async Task Type_definitions_are_plain_text()
    {
        await using var host = await StudioHost.StartAsync();
        using var client = host.As(Person.Operator);
        var recorded = RecordedExchange.All["123-js-type-definitions"];
        var answer = await client.PostAsync("/scripting/javascript/type-definitions/none", """{"activityTypeName":"Elsa.SetVariable","propertyName":"Value"}""");
        answer.Status.ShouldBe(recorded.Status);
        answer.Headers["Content-Type"].ShouldBe("text/plain; charset=utf-8");
        answer.Text.ShouldContain("declare function getVariable(name: string): any;");
    }
}
