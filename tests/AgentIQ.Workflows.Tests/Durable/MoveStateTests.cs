using System.Text;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Durable.Moves;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>Properties of moving states, over random flowcharts in both modes.</summary>
public sealed class MoveStateTests
{
    public static TheoryData<int, FlowchartMode> Runs
    {
        get
        {
            var runs = new TheoryData<int, FlowchartMode>();
            foreach (var seed in Enumerable.Range(1, 150))
            {
                runs.Add(seed, FlowchartMode.Counter);
                runs.Add(seed, FlowchartMode.Token);
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Moving_to_an_identical_version_changes_nothing(int seed, FlowchartMode mode)
    {
        var definition = new RandomFlow(seed).Definition();
        var (from, to) = (Compile(definition), Compile(definition));
        var moved = await RunAsync(seed, mode, definition, state => Move(from, to, state).ShouldBe(Encoding.UTF8.GetString(state)));
        (await RunAsync(seed, mode, definition, _ => { })).ShouldBe(moved);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Moving_to_another_order_of_everything_and_back_changes_nothing(int seed, FlowchartMode mode)
    {
        var flow = new RandomFlow(seed);
        var definition = flow.Definition();
        var (here, there) = (Compile(definition), Compile(flow.Shuffled(definition)));
        await RunAsync(seed, mode, definition, state =>
        {
            var away = Encoding.UTF8.GetBytes(Move(here, there, state));
            StateDeserializer.Read(away, new WorkflowInstance(Guid.Empty, Guid.Empty, there), new NoServices());
            Move(there, here, away).ShouldBe(Encoding.UTF8.GetString(state), $"seed {seed}");
        });
    }

    private static CompiledWorkflow Compile(string definition) => InMemory.Compile(definition).Workflow.ShouldNotBeNull();

    private static string Move(CompiledWorkflow from, CompiledWorkflow to, byte[] state)
    {
        var moved = new StateMover(NodeMap.Between(from, to, new Dictionary<string, string>())).Move(state);
        moved.Reasons.ShouldBeEmpty();
        moved.Notes.ShouldBeEmpty();
        return Encoding.UTF8.GetString(moved.State.ShouldNotBeNull());
    }

    private static async Task<string> RunAsync(int seed, FlowchartMode mode, string definition, Action<byte[]> check)
    {
        var events = new RandomFlow(seed);
        _ = events.Definition();
        var run = new InMemory(definition) { Mode = mode };
        await run.StartAsync();
        for (var round = 0; round < 20 && run.Instance.Status == WorkflowStatus.Running; round++)
        {
            check(StateSerializer.Write(run.Instance));
            foreach (var name in events.Events)
            {
                if (await run.SignalAsync(name) && run.Instance.Status == WorkflowStatus.Running)
                {
                    check(StateSerializer.Write(run.Instance));
                }
            }
        }

        return string.Join(' ', run.Journal);
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
