using AgentIQ.Workflows.Expressions.JavaScript;
using AgentIQ.Workflows.Studio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Studio.Tests.Catalogue;

public sealed class TypeDefinitionsTests
{
    private const string Definition = """
        {"definitionId":"typed","name":"Typed",
         "variables":[{"id":"v1","name":"count","typeName":"Int32"},{"id":"v2","name":"names","typeName":"String","isArray":true},{"id":"v3","name":"not a word","typeName":"Boolean"}],
         "inputs":[{"name":"rating","type":"Int32"},{"name":"Count","type":"String"},{"name":"facts","type":"ObjectDictionary"}],
         "root":{"id":"flow","type":"Elsa.Flowchart","version":1,"activities":[],"connections":[]}}
        """;

    [Fact]
    public async Task Variables_and_inputs_of_the_definition_are_declared_with_their_types()
    {
        await using var host = await StartAsync();
        var text = await AskAsync(host, Person.Operator);
        text.ShouldContain("declare const variables: {\n  \"count\": number;\n  \"names\": string[];\n  \"not a word\": boolean;\n  [name: string]: any;\n};\n");
        text.ShouldContain("declare function getCount(): number;\ndeclare function setCount(value: number): void;");
        text.ShouldContain("declare function setNames(value: string[]): void;");
        text.ShouldContain("declare function getRating(): number;");
        text.ShouldContain("declare function getFacts(): { [name: string]: any };");
        text.ShouldNotContain("getNot");
        text.ShouldNotContain("getCount(): string");
    }

    [Fact]
    public async Task Another_sellers_definition_declares_nothing()
    {
        await using var host = await StartAsync();
        var text = await AskAsync(host, Person.Stranger);
        text.ShouldNotContain("count");
        text.ShouldContain("declare function getVariable");
    }

    [Fact]
    public async Task Every_function_of_the_engine_is_declared_and_no_other()
    {
        await using var host = await StartAsync();
        var text = await AskAsync(host, Person.Stranger);
        var declared = text.Split('\n').Where(l => l.StartsWith("declare function ", StringComparison.Ordinal)).Select(l => l["declare function ".Length..l.IndexOf('(', StringComparison.Ordinal)]);
        declared.ShouldBe(JavaScriptFunctions.Names.Where(n => n != "variables"), ignoreOrder: true);
    }

    private static async Task<StudioHost> StartAsync()
    {
        var host = await StudioHost.StartAsync();
        await host.Database.InTenantAsync(
            Person.Seller, scope => host.Services.GetRequiredService<IWorkflowDefinitions>().PublishAsync(scope, Definition, "Марина", CancellationToken.None), CancellationToken.None);
        return host;
    }

    private static async Task<string> AskAsync(StudioHost host, Person person)
    {
        using var client = host.As(person);
        var answer = await client.PostAsync("/scripting/javascript/type-definitions/typed", """{"workflowDefinitionId":"typed","activityTypeName":"Elsa.WriteLine","propertyName":"Text"}""");
        answer.Status.ShouldBe(200);
        return answer.Text;
    }
}
