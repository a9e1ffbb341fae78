using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities;

/// <summary>What an activity sees and may do while it runs inside a burst.</summary>
public class StepContext
{
    internal StepContext(Burst burst, ActivityExecution execution)
    {
        Burst = burst;
        Execution = execution;
    }

    /// <summary>The burst's transaction, bound to the tenant.</summary>
    /// <exception cref="InvalidOperationException">The instance runs in memory, without a database.</exception>
    public TenantScope Scope => Burst.TouchScope(Execution);

    /// <summary>Business time when the burst began; the same for all its activities.</summary>
    public DateTimeOffset Now => Burst.Now;

    /// <summary>The tenant; for AgentIQ the seller.</summary>
    public Guid TenantId => Burst.Instance.TenantId;

    /// <summary>The workflow instance.</summary>
    public Guid InstanceId => Burst.Instance.Id;

    /// <summary>What the instance is about; for AgentIQ the interaction's id.</summary>
    public string? CorrelationId => Burst.Instance.CorrelationId;

    /// <summary>Whether this is a trial run: nothing real may be changed outside of it.</summary>
    public bool IsSandbox => Burst.Instance.IsSandbox;

    /// <summary>Stable id of the definition.</summary>
    public string DefinitionId => Burst.Instance.Workflow.DefinitionId;

    /// <summary>The activity's id in the definition.</summary>
    public string ActivityId => Execution.Node.Id;

    /// <summary>Number of this execution, unique in the instance and never reused: with the instance id a natural idempotency key.</summary>
    public int ExecutionNumber => Execution.Number;

    /// <summary>Services of the process, scoped to the burst.</summary>
    public IServiceProvider Services => Burst.Services;

    internal Burst Burst { get; }

    internal ActivityExecution Execution { get; }

    internal string[]? Outcomes { get; private set; }

    /// <summary>The embedded activity that is to run before this one completes.</summary>
    internal Node? Inside { get; private set; }

    /// <summary>Completes the activity. Without names the outcome is <c>Done</c>.</summary>
    /// <param name="outcomes">The outcomes to follow; each must be declared by the class.</param>
    /// <exception cref="ArgumentException">The class does not declare such an outcome.</exception>
    public void Complete(params string[] outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        var descriptor = Execution.Node.Descriptor;
        foreach (var outcome in outcomes)
        {
            if (!descriptor.Allows(outcome))
            {
                throw new ArgumentException(
                    $"{descriptor.TypeName} completed with the outcome '{outcome}', but declares only {string.Join(", ", descriptor.Outcomes.Select(o => o.Name))}. Add [Outcome(\"{outcome}\")] to the class.",
                    nameof(outcomes));
            }
        }

        Outcomes = outcomes.Length == 0 ? Execution.Node.Descriptor.DefaultOutcomes : outcomes;
    }

    /// <summary>For an effect with embedded activities: runs one of them; with it this one completes.</summary>
    internal void RunInside(Node embedded) => Inside = embedded;

    /// <summary>The value of the nearest variable of that name, or null.</summary>
    public object? GetVariable(string name) => Burst.Variables.Find(Execution, name)?.Value;

    /// <summary>The value of the nearest variable of that name, converted.</summary>
    /// <exception cref="Expressions.ConversionException">It cannot be converted.</exception>
    public T? GetVariable<T>(string name) => (T?)Expressions.ValueConverter.Convert(GetVariable(name), typeof(T));

    /// <summary>Sets the nearest variable of that name; makes a new one in the container around the activity where there is none.</summary>
    /// <exception cref="Expressions.ConversionException">The value does not fit the variable's type.</exception>
    public void SetVariable(string name, object? value) => Burst.Variables.Set(Execution, name, value);

    /// <summary>A workflow input, or null where it was not given.</summary>
    public object? GetInput(string name) => Burst.Workflows.GetInput(Execution, name);

    /// <summary>A workflow input, converted.</summary>
    /// <exception cref="Expressions.ConversionException">It cannot be converted.</exception>
    public T? GetInput<T>(string name) => (T?)Expressions.ValueConverter.Convert(GetInput(name), typeof(T));

    /// <summary>Sets a workflow output.</summary>
    public void SetOutput(string name, object? value) => Burst.Workflows.SetOutput(Execution, name, Expressions.PlainValue.From(value));

    /// <summary>Writes a line to the instance's log.</summary>
    public void WriteLine(string text) => Burst.WriteLine(text);

    /// <summary>Sends a stimulus when the burst is committed.</summary>
    public void Signal(Stimulus stimulus) => Burst.Signals.Add(stimulus);

    /// <summary>Starts another workflow when the burst is committed.</summary>
    public void Start(StartWorkflow start) => Burst.Starts.Add(start);
}
