using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using static AgentIQ.Workflows.Tests.Children.ChildDefine;

namespace AgentIQ.Workflows.Tests.Children;

public sealed class WorkflowActivityTests
{
    private static readonly object[] R = [Define.Variable("R")];
    private static readonly string Greeter = Usable(
        Define.Flow([Say("say", "'hello ' + getInput('Name')"), Output("out", "Text", "'hi ' + getInput('Name')")], "say>out", id: "greet someone"),
        inputs: ["Name"], outputs: ["Text"]);

    [Fact]
    public async Task Runs_inside_the_same_instance_with_inputs_and_outputs_of_its_own()
    {
        var world = await new World(
            Define.Flow(["a", Use("g", "GreetSomeone", 1, ("name", Define.Literal("Zoe")), ("text", Bound("R"))), Say("z", "variables.R + getInput('Name')")], "a>g g>z", variables: R),
            Greeter).StartAsync(input: new { Name = "outer" });

        world.Diagnostics.ShouldBeEmpty();
        world.Lines.ShouldBe(["a", "hello Zoe", "hi Zoeouter"]);
        world.Instances.Count.ShouldBe(1);
        world.Main.Output.ShouldBeEmpty();
        world.Main.Workflow.Nodes.Select(n => n.NodeId).ShouldContain("Workflow1:flow:g:flow:say");
    }

    [Fact]
    public async Task Outputs_are_put_out_for_scripts_too()
    {
        var world = await new World(
            Define.Flow([Use("g", "GreetSomeone", 1, ("name", Define.Literal("Zoe"))), Say("z", "getOutputFrom('g', 'Text')")], "g>z"), Greeter).StartAsync();

        world.Lines.ShouldBe(["hello Zoe", "hi Zoe"]);
    }

    [Theory]
    [InlineData("Approved", "yes")]
    [InlineData("Rejected", "no")]
    public async Task A_complete_inside_completes_only_the_activity_with_its_outcomes(string outcome, string line)
    {
        var inner = Usable(
            Define.Flow([Define.Sequence("s", Define.Of("c", "Elsa.Complete", ("outcomes", Define.Script("getInput('How')"))), "never"), "nor"], "s>nor", id: "Decide"),
            inputs: ["How"], outcomes: ["Approved", "Rejected"]);
        var world = await new World(
            Define.Flow([Use("d", "Decide", 1, ("how", Define.Literal(outcome))), "yes", "no"], "d.Approved>yes d.Rejected>no"), inner).StartAsync();

        world.Lines.ShouldBe([line]);
        world.Main.Outcomes.ShouldBeNull();
        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task A_finish_inside_ends_the_whole_workflow()
    {
        var world = await new World(Define.Flow([Use("d", "Ender"), "z"], "d>z"), Usable(Define.Flow([Define.Of("f", "Elsa.Finish")], "", id: "Ender"))).StartAsync();

        world.Lines.ShouldBeEmpty();
        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task Inputs_variables_and_outputs_survive_a_wait()
    {
        var inner = Usable(
            Define.Flow(
                [Define.Set("v", "N", "1"), Output("o", "First", "'one'"), Define.Event("e", "Go"), Say("k", "getInput('Name') + ' ' + variables.N"), Define.Set("w", "N", "2"), Output("p", "Second", "variables.N")],
                "v>o o>e e>k k>w w>p",
                id: "Waiter"),
            inputs: ["Name"], outputs: ["First", "Second"], variables: [Define.Variable("N", "Int32", "0")]);
        var world = await new World(
            Define.Flow(
                [Use("g", "Waiter", 1, ("name", Define.Literal("Zoe")), ("first", Bound("R")), ("second", Bound("N"))), Say("z", "variables.R + ' ' + variables.N")], "g>z",
                variables: [Define.Variable("R"), Define.Variable("N", "Int32", "7")]),
            inner).StartAsync();
        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);

        await world.SignalAsync("Go");

        world.Lines.ShouldBe(["Zoe 1", "one 2"]);
    }

    [Fact]
    public async Task Used_twice_each_has_its_own_scope()
    {
        var counter = Usable(
            Define.Flow([Define.Set("v", "N", "variables.N + 1"), Say("k", "getInput('Name') + variables.N")], "v>k", id: "Counter"), inputs: ["Name"], variables: [Define.Variable("N", "Int32", "0")]);
        var world = await new World(
            Define.Flow([Use("a", "Counter", 1, ("name", Define.Literal("a"))), Use("b", "Counter", 1, ("name", Define.Literal("b")))], "a>b"), counter).StartAsync();

        world.Lines.ShouldBe(["a1", "b1"]);
        world.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fault_inside_is_an_incident_of_the_instance_and_can_be_retried()
    {
        var picky = Usable(Define.Flow([Define.Of("p", "Elsa.SetOutput", ("outputName", Define.Script("variables.Fixed ? 'X' : ''")), ("outputValue", Define.Literal("v")))], "", id: "Picky"), outputs: ["X"]);
        var world = await new World(
            Define.Flow([Define.Event("fix", "Fix"), Define.Set("s", "Fixed", "true"), Use("g", "Picky"), "z", "start"], "start>fix start>g fix>s g>z", options: Define.ContinueWithIncidents, variables: [Define.Variable("Fixed")]),
            picky).StartAsync();
        var incident = world.Incidents.Single();
        incident.Incident.Node.NodeId.ShouldBe("Workflow1:flow:g:flow:p");

        await world.SignalAsync("Fix");
        await world.RetryAsync(world.Main.Id, incident.Incident.Id);

        world.Lines.ShouldBe(["start", "z"]);
        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public void A_use_of_an_unknown_version_is_an_error()
    {
        var use = Use("g", "GreetSomeone", 9);
        use["workflowDefinitionId"] = "greet someone";

        var world = new World(Define.Flow([use], ""), Greeter);

        world.Diagnostics.ShouldContain(d => d.Severity == DiagnosticSeverity.Error && d.Message.Contains("version 9 of the workflow 'greet someone'"));
    }

    [Fact]
    public void A_workflow_that_would_contain_itself_is_refused()
    {
        var a = Usable(Define.Flow([Use("b", "B")], "", id: "A"));
        var b = Usable(Define.Flow([Use("a", "A")], "", id: "B"));

        var world = new World(a, b);

        world.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error && d.Message.Contains("would contain itself")).ShouldBe(2);
    }

    [Fact]
    public void Workflows_that_contain_each_other_many_times_over_are_refused()
    {
        var definitions = Enumerable.Range(0, 6).Select(level => Usable(Define.Flow([.. Enumerable.Range(0, 10).Select(i => level == 5 ? (object)$"w{i}" : Use($"u{i}", $"L{level + 1}"))], "", id: $"L{level}")));

        var world = new World([.. definitions]);

        world.Diagnostics.ShouldContain(d => d.Severity == DiagnosticSeverity.Fatal && d.Message.Contains("more than 20000 activities"));
    }

    [Fact]
    public async Task Triggers_inside_do_not_start_the_workflow_around()
    {
        var inner = Usable(Define.Flow([Define.Trigger("t", "Ping"), "k"], "t>k", id: "Inner"));
        var world = new World(Define.Flow(["a", Use("i", "Inner")], "a>i"), inner);

        await world.StartAsync();
        world.Main.Workflow.Triggers.ShouldBeEmpty();
        await world.SignalAsync("Ping");

        world.Lines.ShouldBe(["a", "k"]);
    }

    [Theory]
    [InlineData("greet someone", "GreetSomeone")]
    [InlineData("Send-mail_v2", "SendMailV2")]
    [InlineData("ответ клиенту", "ОтветКлиенту")]
    public void The_type_is_the_name_in_pascal_case(string name, string type) => WorkflowActivityVersion.TypeNameOf(name, "d").ShouldBe(type);

    [Fact]
    public void The_descriptor_is_the_definitions()
    {
        var descriptor = WorkflowActivityVersion.Read(Usable(Define.Flow(["a"], "", id: "Decide"), version: 3, inputs: ["How"], outputs: ["Why"], outcomes: ["Yes", "No"]))!.Descriptor;

        descriptor.TypeName.ShouldBe("Decide");
        descriptor.Version.ShouldBe(3);
        descriptor.Inputs.Select(i => i.Name).ShouldBe(["How"]);
        descriptor.Outputs.Select(o => o.Name).ShouldBe(["Why"]);
        descriptor.Outcomes.Select(o => o.Name).ShouldBe(["Yes", "No"]);
        descriptor.EmbeddedPorts.ShouldBe(["Root"]);
        descriptor.Workflow.ShouldBe(new Activities.WorkflowReference("Decide", "Decide:3", 3));
    }
}
