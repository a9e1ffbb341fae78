using System.CommandLine;

namespace AgentIQ.Server.Commands.Rules;

/// <summary><c>rules</c>: policy sets checked, tried and tested from the shell. Back-tests and replays alone need a database.</summary>
internal static class RulesCommand
{
    public static Command Create(CommandContext context) => new("rules", "Check, try and test policy sets (JSON as in rules/); run drafts and recorded decisions again.")
    {
        CheckRulesCommand.Create(context),
        EvaluateRulesCommand.Create(context),
        TestRulesCommand.Create(context),
        BacktestRulesCommand.Create(context),
        ReplayRulesCommand.Create(context),
    };
}
