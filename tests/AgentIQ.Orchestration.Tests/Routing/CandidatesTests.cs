using AgentIQ.Orchestration.Routing;
using AgentIQ.Orchestration.Team;
using AgentIQ.Orchestration.Tests.Support;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Orchestration.Tests.Routing;

/// <summary>Whom of the team a decision of the routing policy can mean.</summary>
public sealed class CandidatesTests
{
    private static readonly TeamMember[] Team =
    [
        Person(1, "Анна", TeamRole.Operator), Person(2, "Борис", TeamRole.Operator), Person(3, "Вера", TeamRole.Manager),
        Person(4, "Глеб", TeamRole.Owner), Person(5, "Дарья", TeamRole.Analyst),
    ];

    [Theory]
    [InlineData("""{"assign_to": "queue"}""", "")]
    [InlineData("""{"assign_to": "operator"}""", "Анна, Борис")]
    [InlineData("""{"assign_to": "manager"}""", "Вера")]
    [InlineData("""{"assign_to": "owner"}""", "Глеб")]
    [InlineData("""{"person": "p2@shop.test"}""", "Борис")]
    [InlineData("""{"person": " P3@SHOP.TEST "}""", "Вера")]
    [InlineData("""{"assign_to": "operator", "person": "00000000-0000-0000-0000-000000000004"}""", "Глеб")]
    [InlineData("""{"assign_to": "operator", "person": "gone@shop.test"}""", "")]
    [InlineData("""{"person": "p5@shop.test"}""", "")]
    public void A_person_goes_before_a_role_and_an_analyst_answers_nobody(string then, string expected) =>
        string.Join(", ", Router.Candidates(Decide(then), Team).Select(member => member.Name)).ShouldBe(expected);

    [Fact]
    public void A_role_that_nobody_has_means_the_common_queue() =>
        Router.Candidates(Decide("""{"assign_to": "manager"}"""), [Team[0], Team[3]]).ShouldBeEmpty();

    private static Rules.Decisions.DecisionOutputs Decide(string then) => RuleSetCompiler.Compile(
        RuleSetDocument.Parse(
            $$$"""
            {
              "name": "routing", "title": {"ru": "т", "en": "t"}, "description": {"ru": "т", "en": "t"}, "hitPolicy": "first",
              "outputs": [{"name": "assign_to", "type": "enum", "values": ["queue", "operator", "manager", "owner"]}, {"name": "person", "type": "string"}],
              "defaults": {"assign_to": "queue"},
              "tables": [{"name": "routes", "rows": [{"id": "all", "description": {"ru": "р", "en": "r"}, "then": {{{then}}} }]}]
            }
            """,
            "routing.json"),
        LayerFacts.Catalogue).Evaluate(new FactValues(LayerFacts.Catalogue)).Outputs;

    private static TeamMember Person(int number, string name, TeamRole role) => new(new Guid(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)number), name, $"p{number}@shop.test", role);
}
