using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Tests.Definitions;

/// <summary>A class that is declared wrongly fails at start, by name.</summary>
public sealed class DeclarationTests
{
    [Theory]
    [InlineData(typeof(WithoutAttribute), "WithoutAttribute has no [Activity")]
    [InlineData(typeof(WithoutSetter), "WithoutSetter declares the input Text, which needs a public setter")]
    [InlineData(typeof(TwiceDone), "TwiceDone declares the outcome 'Done' twice")]
    [InlineData(typeof(NoActivity), "NoActivity must derive from")]
    [InlineData(typeof(SameAsAnother), "'Elsa.WriteLine' version 1 is declared by")]
    [InlineData(typeof(TriggerStep), "TriggerStep is a trigger, so it must derive from WaitActivity")]
    public void Is_refused(Type type, string reason) =>
        Should.Throw<ActivityDeclarationException>(() => new ActivityRegistry([type])).Message.ShouldContain(reason);

    [Fact]
    public void The_descriptor_is_what_the_class_says()
    {
        var descriptor = new ActivityRegistry([typeof(Greet)]).Find("Test.Greet", 1).ShouldNotBeNull();
        descriptor.DisplayName.ShouldBe("Greet");
        descriptor.Kind.ShouldBe(ActivityKind.Step);
        descriptor.Outcomes.Select(o => o.Name).ShouldBe(["Polite", "Rude"]);
        descriptor.Inputs.Select(i => (i.Name, i.UIHint, i.DisplayName)).ShouldBe([("FirstName", "singleline", "First name"), ("Loud", "checkbox", "Loud")]);
        descriptor.Outputs.ShouldHaveSingleItem().Name.ShouldBe("Text");
    }

    [Fact]
    public async Task An_outcome_that_is_not_declared_is_an_incident_that_says_what_to_add()
    {
        var run = await new InMemory(Define.Flow([Define.Of("o", "Test.Odd")], ""), typeof(Odd)).StartAsync();
        run.Incidents.ShouldHaveSingleItem().Message.ShouldContain("Add [Outcome(\"Surprise\")]");
    }

    private abstract class Silent : StepActivity
    {
        protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct) => ValueTask.CompletedTask;
    }

    private sealed class WithoutAttribute : Silent;

    [Activity("Test.WithoutSetter")]
    private sealed class WithoutSetter : Silent
    {
        [Input]
        public string? Text { get; }
    }

    [Activity("Test.TwiceDone")]
    [Outcome("Done")]
    [Outcome("Done")]
    private sealed class TwiceDone : Silent;

    [Activity("Test.NoActivity")]
    private sealed class NoActivity;

    [Activity("Elsa.WriteLine")]
    private sealed class SameAsAnother : Silent;

    [Activity("Test.TriggerStep", IsTrigger = true)]
    private sealed class TriggerStep : Silent;

    [Activity("Test.Greet")]
    [Outcome("Polite")]
    [Outcome("Rude")]
    private sealed class Greet : Silent
    {
        [Input]
        public string? FirstName { get; set; }

        [Input]
        public bool Loud { get; set; }

        [Output]
        public string? Text { get; set; }
    }

    [Activity("Test.Odd")]
    public sealed class Odd : StepActivity
    {
        protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
        {
            context.Complete("Surprise");
            return ValueTask.CompletedTask;
        }
    }
}
