using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using AgentIQ.Rules.Backtests;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Server.Commands.Rules;

/// <summary>What a back-test is asked for.</summary>
internal sealed class BacktestOptions
{
    private readonly Option<DateTimeOffset> _from = Moment("--from", "Decisions from this moment on: a date (midnight UTC) or a moment as in 2030-01-31T09:00:00+03:00.");

    private readonly Option<DateTimeOffset> _to = Moment("--to", "Decisions before this moment.");

    private readonly Option<int> _samples = new("--samples")
    {
        Description = "How many changed decisions to show.",
        HelpName = "N",
        DefaultValueFactory = _ => 20,
    };

    public Option<string?> Set { get; } = new("--set") { Description = "The seller's newest draft of this set.", HelpName = "NAME" };

    public Option<string?> File { get; } = new("--file") { Description = "A draft in a file; it says itself which set it is.", HelpName = "FILE" };

    public Option<Guid> Seller { get; } = new("--seller") { Description = "Whose decisions.", HelpName = "ID", Required = true };

    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON object instead of a table." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Set, File, Seller, _from, _to, _samples, Json })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(Set) is null == result.GetValue(File) is null)
            {
                result.AddError("Say what to try: --set NAME for the seller's newest draft, or --file FILE; one of them.");
            }

            if (TryRead(result.GetResult(_from), out var from) && TryRead(result.GetResult(_to), out var to) && from >= to)
            {
                result.AddError("--from, --to: expected a moment and a later one.");
            }
        });
        _samples.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 1000)
            {
                result.AddError("--samples: expected a number from 0 to 1000.");
            }
        });
    }

    public BacktestRequest Request(ParseResult parsed, RuleSetDocument draft) =>
        new(draft, parsed.GetRequiredValue(_from), parsed.GetRequiredValue(_to)) { Samples = parsed.GetValue(_samples) };

    private static Option<DateTimeOffset> Moment(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "MOMENT",
        Required = true,
        CustomParser = Parse,
    };

    private static DateTimeOffset Parse(ArgumentResult result)
    {
        if (!TryParse(result.Tokens[0].Value, out var moment))
        {
            result.AddError($"Expected a date such as 2030-01-31 or a moment such as 2030-01-31T09:00:00+03:00, but '{result.Tokens[0].Value}' came.");
        }

        return moment;
    }

    // Asks no result for its value: that throws while another part of the line is wrong.
    private static bool TryRead(OptionResult? result, out DateTimeOffset moment)
    {
        moment = default;
        return result is { Tokens: [var token] } && TryParse(token.Value, out moment);
    }

    // The same whatever the language of the shell is.
    private static bool TryParse(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);
}
