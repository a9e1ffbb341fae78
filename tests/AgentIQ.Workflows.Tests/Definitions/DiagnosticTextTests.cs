using System.Text.RegularExpressions;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Tests.Definitions;

public sealed partial class DiagnosticTextTests
{
    [Theory]
    [MemberData(nameof(ValidationTests.Findings), MemberType = typeof(ValidationTests))]
    public void Whatever_is_found_can_be_said_in_Russian(string definition, string path, string message, DiagnosticSeverity severity)
    {
        foreach (var finding in InMemory.Compile(definition).Diagnostics.Where(d => d.Sentence is not null))
        {
            finding.In("en").ShouldBe(finding.Message);
            finding.In("fr").ShouldBe(finding.Message);
            Cyrillic().IsMatch(finding.In("ru")).ShouldBeTrue($"'{finding.Sentence!.Template}' is not in diagnostics.ru.json ({severity} {path} {message})");
        }
    }

    [Fact]
    public void Activities_are_named_as_the_page_names_them()
    {
        var finding = InMemory.Compile(Define.Flow(["a", "b", "lost"], "a>b")).Diagnostics.ShouldHaveSingleItem();

        finding.In("ru", id => id == "lost" ? "Забытое" : null).ShouldBe("до «Забытое» нельзя дойти от «a»");
        finding.In("en", id => id == "lost" ? "Forgotten" : null).ShouldBe("'Forgotten' is never reached from 'a'");
    }

    [Fact]
    public void Every_translation_names_what_the_sentence_names()
    {
        foreach (var (english, russian) in DiagnosticTexts.Of("ru"))
        {
            Place().Matches(russian).Select(m => m.Value).Distinct().ShouldBe(Place().Matches(english).Select(m => m.Value).Distinct(), ignoreOrder: true, english);
        }
    }

    [Fact]
    public void Braces_in_what_is_said_are_no_places()
    {
        var finding = new Diagnostic(DiagnosticSeverity.Error, "x", $"expected {{\"a\": 1}}, got {"{0}"}");

        finding.Message.ShouldBe("expected {\"a\": 1}, got {0}");
        finding.In("ru").ShouldBe(finding.Message);
        new Diagnostic(DiagnosticSeverity.Error, "x", "{0}").In("ru").ShouldBe("{0}");
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex("[а-я]")]
    private static partial Regex Cyrillic();
}
