using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Intelligence.Tests.Support;

namespace AgentIQ.Intelligence.Tests.Guardrails;

/// <summary>Replies that a careful reader judged: what must be found, and ordinary words that must not be.</summary>
public sealed class GuardrailAccuracyTests
{
    [Fact]
    public void Agrees_with_a_reader_on_every_labelled_reply()
    {
        var misses = LabelledReply.ReadAll()
            .Select(labelled => (labelled, result: Shipped.Check(labelled.Request)))
            .Where(pair => !pair.labelled.Expected.SetEquals(Found(pair.result)))
            .Select(pair => $"{pair.labelled.Request.Channel} «{pair.labelled.Request.Text}»: expected {string.Join(' ', pair.labelled.Expected)}, "
                + $"came {string.Join("; ", pair.result.Violations.Concat(pair.result.Warnings).Select(finding => $"{finding.Row}: {finding.Phrase}"))}");
        misses.ShouldBeEmpty();
    }

    private static IEnumerable<string> Found(ReplyCheckResult result) => result.Violations.Select(finding => finding.Category ?? finding.Type)
        .Concat(result.Warnings.Where(warning => warning.Category is not null).Select(warning => $"w:{warning.Category}"));
}
