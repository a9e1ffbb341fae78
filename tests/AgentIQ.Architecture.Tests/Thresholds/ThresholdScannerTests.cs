namespace AgentIQ.Architecture.Tests.Thresholds;

/// <summary>The scanner sees what people would write, and leaves alone what is none.</summary>
public sealed class ThresholdScannerTests
{
    [Theory]
    [InlineData("if (interaction.Rating <= 2) return Priority.Urgent;", "rating")]
    [InlineData("var severe = review.Rating is 1 or 2;", "rating")]
    [InlineData("return rating >= 4 ? praise : complaint;", "rating")]
    [InlineData("review is { Rating: <= 3 }", "rating")]
    [InlineData("2 >= review.Rating", "rating")]
    [InlineData("var due = start + TimeSpan.FromMinutes(30);", "time")]
    [InlineData("var due = start.AddHours(4);", "time")]
    [InlineData("if (waited.TotalMinutes > 45)", "time")]
    [InlineData("if (text.Length > 500)", "length")]
    [InlineData("reply is { Length: < 20 }", "length")]
    [InlineData("Max = channel == chat ? 1000 : 5000", "limit")]
    [InlineData("public static TextRange Style => new(20, 500);", "limit")]
    [InlineData("link.Confidence >= 0.85m", "share")]
    [InlineData("private const decimal Certain = 0.85m;", "share")]
    [InlineData("if (interaction.Intent == \"defect_not_working\")", "meaning")]
    [InlineData("if (flags.Contains(FlagNames.LegalThreat))", "meaning")]
    [InlineData("Priority = rude ? Priority.High : before", "priority")]
    [InlineData("priority = late ? \"urgent\" : priority", "priority")]
    public void A_rule_in_code_is_found(string code, string kind) =>
        ThresholdScanner.Scan($"namespace X;\n{code}\n").ShouldContain(suspect => suspect.Kind == kind && suspect.Line == 2, code);

    [Theory]
    [InlineData("// if (interaction.Rating <= 2)")]
    [InlineData("/// <summary>1..5 stars; FromMinutes(30).</summary>")]
    [InlineData("throw new ConnectorException(500, text);")]
    [InlineData("LinkSignal.OrderIdExact => 0.99m,")]
    [InlineData(".Set(\"rating\", (long?)interaction.Rating)")]
    [InlineData("var due = clock.Add(start, TimeSpan.FromMinutes(minutes));")]
    [InlineData("public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);")]
    [InlineData("if (interaction.Rating is { } rating)")]
    [InlineData("if (parts.Length > 1)")]
    [InlineData("priority.Outputs.Text(\"priority\")")]
    [InlineData("decision.Outputs.Set(\"raised_flags\")")]
    [InlineData("IntentNames.All.Where(known.Contains)")]
    public void What_is_no_rule_is_left_alone(string code) => ThresholdScanner.Scan(code).ShouldBeEmpty();
}
