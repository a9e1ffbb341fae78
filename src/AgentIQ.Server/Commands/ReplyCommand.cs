using System.CommandLine;
using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Commands;

/// <summary><c>reply check --jsonl</c>: what the shipped guardrails say of replies. Needs no database.</summary>
internal static class ReplyCommand
{
    public static Command Create(CommandContext context)
    {
        var check = new Command("check", "Check replies with the shipped guardrails. In: {\"text\",\"channel\",\"customer_text\"} per line. Out: {\"valid\",\"violations\",\"warnings\"} per line.");
        JsonLines.Require(check);
        check.SetAction((_, ct) =>
        {
            var checker = ReplyChecker.Shipped(ShippedFolder.Of("rules"));
            return JsonLines.RunAsync<Line, ReplyCheckResult>(context, line => checker(line.Request), ct);
        });
        return new Command("reply", "Replies.") { check };
    }

    private sealed record Line(string Text, string Channel = ChannelWord.Default, string? CustomerText = null, int? Rating = null)
    {
        public ReplyCheckRequest Request => new(Text, ChannelWord.Check(Channel), CustomerText ?? "") { Rating = Rating };
    }
}
