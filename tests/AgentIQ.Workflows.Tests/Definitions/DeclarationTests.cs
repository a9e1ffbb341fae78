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
    [InlineData(typeof(EmptyName), "EmptyName has an empty type name; expected words joined by dots")]
    [InlineData(typeof(OddName), "OddName has the type name 'Test Odd!'")]
    [InlineData(typeof(VersionZero), "VersionZero has the version 0; versions count from 1")]
    [InlineData(typeof(Abstract), "Abstract is abstract or generic")]
    [InlineData(typeof(Generic<>), "is abstract or generic")]
    [InlineData(typeof(TwoConstructors), "TwoConstructors has 2 public constructors; one is expected")]
    [InlineData(typeof(HiddenConstructor), "HiddenConstructor has 0 public constructors; one is expected")]
    [InlineData(typeof(PrivateSetter), "PrivateSetter declares the input Text, which needs a public setter")]
    [InlineData(typeof(StaticInput), "StaticInput declares the input Text, which is static or an indexer")]
    [InlineData(typeof(IndexedInput), "IndexedInput declares the input Item, which is static or an indexer")]
    [InlineData(typeof(WithoutGetter), "WithoutGetter declares the output Text, which needs a public getter")]
    [InlineData(typeof(InputAndOutput), "InputAndOutput declares Text as an input and as an output")]
    [InlineData(typeof(SameNames), "SameNames declares Text and text, which a definition cannot tell apart")]
    [InlineData(typeof(HidesInput), "which a definition cannot tell apart")]
    [InlineData(typeof(InputLikeOutput), "InputLikeOutput declares Text and text, which a definition cannot tell apart")]
    [InlineData(typeof(TakenName), "TakenName declares Version, but every activity of a definition has a property of that name")]
    [InlineData(typeof(StreamInput), "StreamInput declares the input File as FileStream, which no expression can give")]
    [InlineData(typeof(DelegateInput), "DelegateInput declares the input Do as Action, which no expression can give")]
    [InlineData(typeof(TokenInput), "TokenInput declares the input Stop as CancellationToken, which no expression can give")]
    [InlineData(typeof(NamelessOutcome), "NamelessOutcome declares an outcome without a name")]
    [InlineData(typeof(NamelessTrigger), "NamelessTrigger is a trigger without a TriggerName: override TriggerName")]
    [InlineData(typeof(NoTrigger), "NoTrigger has a TriggerName but is no trigger: add IsTrigger = true")]
    [InlineData(typeof(TriggerWithServices), "TriggerWithServices is a trigger, so it must derive from WaitActivity and have a constructor without parameters")]
    public void Is_refused(Type type, string reason) =>
        Should.Throw<ActivityDeclarationException>(() => new ActivityRegistry([type])).Message.ShouldContain(reason);

    [Fact]
    public void An_assembly_is_searched_for_what_was_meant_to_be_an_activity()
    {
        var found = ActivityRegistry.TypesOf(typeof(DeclarationTests).Assembly).ToList();
        found.ShouldContain(typeof(Abstract));
        found.ShouldContain(typeof(WithoutAttribute));
        found.ShouldContain(typeof(NoActivity));
        found.ShouldNotContain(typeof(Silent));
    }

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

    [Activity(" ")]
    private sealed class EmptyName : Silent;

    [Activity("Test Odd!")]
    private sealed class OddName : Silent;

    [Activity("Test.VersionZero", Version = 0)]
    private sealed class VersionZero : Silent;

    [Activity("Test.Abstract")]
    private abstract class Abstract : Silent;

    [Activity("Test.Generic")]
    private sealed class Generic<T> : Silent
    {
        [Input]
        public T? Value { get; set; }
    }

    [Activity("Test.TwoConstructors")]
    private sealed class TwoConstructors : Silent
    {
        public TwoConstructors(TimeProvider time) => _ = time;

        public TwoConstructors(Random random) => _ = random;
    }

    [Activity("Test.HiddenConstructor")]
    private sealed class HiddenConstructor : Silent
    {
        private HiddenConstructor()
        {
        }
    }

    [Activity("Test.PrivateSetter")]
    private sealed class PrivateSetter : Silent
    {
        [Input]
        public string? Text { get; private set; }
    }

    [Activity("Test.StaticInput")]
    private sealed class StaticInput : Silent
    {
        [Input]
        public static string? Text { get; set; }
    }

    [Activity("Test.IndexedInput")]
    private sealed class IndexedInput : Silent
    {
        [Input]
        public string this[int index]
        {
            get => string.Empty;
            set => _ = index;
        }
    }

    [Activity("Test.WithoutGetter")]
    private sealed class WithoutGetter : Silent
    {
        [Output]
        public string? Text { private get; set; }
    }

    [Activity("Test.InputAndOutput")]
    private sealed class InputAndOutput : Silent
    {
        [Input]
        [Output]
        public string? Text { get; set; }
    }

    [Activity("Test.SameNames")]
    private sealed class SameNames : Silent
    {
        [Input]
        public string? Text { get; set; }

        [Input]
        public string? text { get; set; }
    }

    private abstract class HasInput : Silent
    {
        [Input]
        public string? Text { get; set; }
    }

    [Activity("Test.HidesInput")]
    private sealed class HidesInput : HasInput
    {
        [Input]
        public new int Text { get; set; }
    }

    [Activity("Test.InputLikeOutput")]
    private sealed class InputLikeOutput : Silent
    {
        [Input]
        public string? Text { get; set; }

        [Output]
        public string? text { get; set; }
    }

    [Activity("Test.TakenName")]
    private sealed class TakenName : Silent
    {
        [Input]
        public int Version { get; set; }
    }

    [Activity("Test.StreamInput")]
    private sealed class StreamInput : Silent
    {
        [Input]
        public FileStream? File { get; set; }
    }

    [Activity("Test.DelegateInput")]
    private sealed class DelegateInput : Silent
    {
        [Input]
        public Action? Do { get; set; }
    }

    [Activity("Test.TokenInput")]
    private sealed class TokenInput : Silent
    {
        [Input]
        public CancellationToken? Stop { get; set; }
    }

    [Activity("Test.NamelessOutcome")]
    [Outcome("")]
    private sealed class NamelessOutcome : Silent;

    private abstract class Waiting : WaitActivity
    {
        protected override ValueTask SuspendAsync(WaitContext context, CancellationToken ct) => ValueTask.CompletedTask;

        protected override ValueTask ResumeAsync(WaitContext context, Stimulus stimulus, CancellationToken ct) => ValueTask.CompletedTask;
    }

    [Activity("Test.NamelessTrigger", IsTrigger = true)]
    private sealed class NamelessTrigger : Waiting;

    [Activity("Test.NoTrigger")]
    private sealed class NoTrigger : Waiting
    {
        protected override string? TriggerName => "Go";
    }

    [Activity("Test.TriggerWithServices", IsTrigger = true)]
    private sealed class TriggerWithServices(TimeProvider time) : Waiting
    {
        protected override string? TriggerName => time.ToString();
    }

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
