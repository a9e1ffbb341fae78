using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using AgentIQ.Server.Hosting;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.InMemory;
using AgentIQ.Workflows.InMemory.Cases;

namespace AgentIQ.Server.Commands.Workflow;

/// <summary>The arguments and options of <c>workflow run</c>.</summary>
internal sealed class RunOptions
{
    public Argument<string[]> Files { get; } = new("FILE")
    {
        Description = "Definitions: the first is run, the others are available to it as children. \"-\" is standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Option<string?> Input { get; } = new("--input") { Description = "Workflow input, an object: '{\"Ticket\":\"A-1\"}'.", HelpName = "JSON" };

    public Option<string[]> Stimulus { get; } = new("--stimulus")
    {
        Description = "An event that comes once, as soon as somebody waits for it, with its payload; or the result of the RunTask of that name. Repeat it for more. Without a payload: NAME=null.",
        HelpName = "NAME=JSON",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public Option<string?> Correlation { get; } = new("--correlation") { Description = "The run's correlation id.", HelpName = "ID" };

    public Option<string?> Trigger { get; } = new("--trigger") { Description = "Id of the trigger activity that the run begins at.", HelpName = "ACTIVITY" };

    public Option<bool> TimeSkip { get; } = new("--time-skip") { Description = "Let timers fire at once, in the order of their times." };

    public Option<bool> Json { get; } = new("--json") { Description = "Print the result as one JSON object." };

    public Option<bool> JsonLines { get; } = new("--jsonl")
    {
        Description = "Run many cases: {\"definitions\":[...],\"input\":...,\"stimuli\":...,\"mode\":\"counter\"|\"token\"} per line of standard input, one result per line.",
    };

    public Option<string?> Mode { get; } = new("--mode")
    {
        Description = "How flowcharts join, whatever the definition says. Without it: as the definition says, else counter.",
        HelpName = "counter|token",
    };

    public Option<bool> Anyway { get; } = new("--anyway") { Description = "Run a definition that has errors as far as it goes: what is wrong faults its activity." };

    public Option<bool> AllowHttp { get; } = new("--allow-http") { Description = "Let SendHttpRequest and FlowSendHttpRequest really send. Without it they fail." };

    public Option<int> MaxSteps { get; } = new("--max-steps")
    {
        Description = "Activities after which a run is stopped.", HelpName = "N", DefaultValueFactory = _ => new InMemoryOptions().MaxSteps,
    };

    public Option<double> MaxSeconds { get; } = new("--max-seconds") { Description = "Time after which a run is stopped.", HelpName = "N", DefaultValueFactory = _ => 30 };

    public void AddTo(Command command)
    {
        command.Arguments.Add(Files);
        foreach (var option in new Option[] { Input, Stimulus, Correlation, Trigger, TimeSkip, Json, JsonLines, Mode, Anyway, AllowHttp, MaxSteps, MaxSeconds })
        {
            command.Options.Add(option);
        }

        Mode.AcceptOnlyFromAmong("counter", "token");
        command.Validators.Add(Check);
        MaxSteps.Validators.Add(result => Refuse(result, result.GetValueOrDefault<int>() >= 1, "--max-steps must be at least 1."));
        MaxSeconds.Validators.Add(result => Refuse(result, result.GetValueOrDefault<double>() is > 0 and <= 86_400, "--max-seconds must be more than 0 and at most 86400."));
    }

    public InMemoryOptions Limits(ParseResult parsed) => new()
    {
        MaxSteps = parsed.GetValue(MaxSteps),
        RealEffects = parsed.GetValue(AllowHttp) ? new HashSet<string> { "Elsa.SendHttpRequest", "Elsa.FlowSendHttpRequest" } : new HashSet<string>(),
    };

    public TimeSpan Time(ParseResult parsed) => TimeSpan.FromSeconds(parsed.GetValue(MaxSeconds));

    /// <summary>The case that a call with files describes.</summary>
    /// <exception cref="UserErrorException">An option's value is wrong.</exception>
    public WorkflowCase Case(ParseResult parsed, IReadOnlyList<string> definitions)
    {
        var stimuli = (parsed.GetValue(Stimulus) ?? []).Select(ReadStimulus).ToList();
        return new WorkflowCase
        {
            Definitions = definitions,
            Input = parsed.GetValue(Input) is { } input ? ReadInput(input) : null,
            CorrelationId = parsed.GetValue(Correlation),
            Trigger = parsed.GetValue(Trigger),
            Events = stimuli,
            Mode = parsed.GetValue(Mode) switch { "token" => FlowchartMode.Token, "counter" => FlowchartMode.Counter, _ => null },
            Timers = parsed.GetValue(TimeSkip) ? CaseTimers.Skip : CaseTimers.Wait,
            MaxTime = Time(parsed),
        };
    }

    private static IReadOnlyDictionary<string, object?> ReadInput(string text)
    {
        var input = DefinitionFile.Json("--input", text);
        return input.ValueKind == JsonValueKind.Object
            ? CaseReader.Inputs(input)
            : throw new UserErrorException($"--input: expected an object with the inputs by name, got {input.ValueKind}: {{\"Ticket\":\"A-1\"}}.");
    }

    private static CaseEvent ReadStimulus(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1)
        {
            throw new UserErrorException($"--stimulus: expected NAME=JSON, got '{text}'. Without a payload: {(equals < 0 ? text : "NAME")}=null.");
        }

        var payload = DefinitionFile.Json($"--stimulus {text[..equals]}", text[(equals + 1)..]);
        return new CaseEvent(text[..equals], payload.ValueKind == JsonValueKind.Null ? null : payload, IsOnce: true, MayReportTask: true);
    }

    private void Check(CommandResult result)
    {
        var files = result.GetValue(Files) ?? [];
        if (Array.Find(files, f => f.Length > 1 && f.StartsWith('-')) is { } option)
        {
            result.AddError($"There is no option {option}. A file of that name: ./{option}.");
        }
        else if (result.GetValue(JsonLines))
        {
            var alone = new Option[] { Input, Stimulus, Correlation, Trigger, TimeSkip, Json, Mode, Anyway }.FirstOrDefault(o => result.GetResult(o) is { Implicit: false });
            if (files.Length > 0 || alone is not null)
            {
                result.AddError($"--jsonl reads its cases from standard input, each with its own definitions, input, stimuli and mode; take {(alone is null ? "the FILE" : alone.Name)} away.");
            }
        }
        else if (files.Length == 0)
        {
            result.AddError("Expected a FILE with a workflow definition, or --jsonl.");
        }
    }

    private static void Refuse(SymbolResult result, bool isFine, string message)
    {
        if (!isFine)
        {
            result.AddError(message);
        }
    }
}
