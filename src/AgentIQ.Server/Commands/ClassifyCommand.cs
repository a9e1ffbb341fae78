using System.CommandLine;
using AgentIQ.Intelligence.Intents;

namespace AgentIQ.Server.Commands;

/// <summary><c>classify --jsonl</c>: what customers want, by the shipped dictionary. Needs no database.</summary>
internal static class ClassifyCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("classify", "Classify customers' texts. In: {\"text\",\"channel\",\"rating\"} per line. Out: {\"intent\",\"flags\",\"sentiment\"} per line.");
        JsonLines.Require(command);
        command.SetAction((_, ct) =>
        {
            var classifier = IntentClassifier.Shipped();
            return JsonLines.RunAsync<Line, Answer>(context, line => Answer.Of(classifier.Classify(line.Customer)), ct);
        });
        return command;
    }

    private sealed record Line(string Text, string Channel = ChannelWord.Default, int? Rating = null, string? Pros = null, string? Cons = null)
    {
        public CustomerText Customer => new(Text, ChannelWord.Check(Channel), Rating, Pros, Cons);
    }

    private sealed record Answer(string Intent, IReadOnlyList<string> Flags, string Sentiment)
    {
        public static Answer Of(Classification found) => new(found.Intent, found.Flags, found.Sentiment);
    }
}
