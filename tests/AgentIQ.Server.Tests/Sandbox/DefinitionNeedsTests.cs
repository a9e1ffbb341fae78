using AgentIQ.Server.Sandbox;

namespace AgentIQ.Server.Tests.Sandbox;

public sealed class DefinitionNeedsTests
{
    [Theory]
    [InlineData("""{"root":{"id":"f","type":"Elsa.Flowchart","activities":[{"id":"a","type":"AgentIQ.Classify"}]}}""", true)]
    [InlineData("""{"root":{"id":"f","type":"Elsa.Sequence","activities":[{"id":"i","type":"Elsa.If","then":{"id":"a","type":"AgentIQ.Close"}}]}}""", true)]
    [InlineData("""{"root":{"id":"f","type":"Elsa.Flowchart","activities":[{"id":"a","type":"ConfirmThePublication"}]}}""", true)]
    [InlineData("""{"root":{"id":"f","type":"Elsa.Flowchart","activities":[{"id":"a","type":"Elsa.ExecuteWorkflow"}]}}""", true)]
    [InlineData("""{"root":{"id":"f","type":"Elsa.Flowchart","activities":[{"id":"a","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"Literal","value":"AgentIQ.Close"}}}]}}""", false)]
    [InlineData("""{"root":{"id":"f","type":"Elsa.Flowchart","activities":[]}}""", false)]
    [InlineData("""{"name":"empty"}""", false)]
    public void An_interaction_is_needed_by_what_may_work_on_one(string body, bool expected) => DefinitionNeeds.Interaction(body).ShouldBe(expected);
}
