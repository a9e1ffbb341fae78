using AgentIQ.Workflows.Definitions.Comparison;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Definitions.Comparison;

public sealed class ExcerptTests
{
    [Fact]
    public void Of_long_lines_both_sides_of_the_difference_are_shown()
    {
        var (before, after) = Shown(new string('a', 300) + "ONE" + new string('b', 300), new string('a', 300) + "TWO" + new string('b', 300));

        before.ShouldBe($"…{new string('a', 40)}ONE{new string('b', 40)}…");
        after.ShouldBe($"…{new string('a', 40)}TWO{new string('b', 40)}…");
    }

    [Fact]
    public void Of_scripts_the_lines_that_differ_are_shown_with_one_around_them()
    {
        var (before, after) = Shown("1\n2\n3\nold\n5\n6\n7", "1\n2\n3\nnew\nmore\n5\n6\n7");

        before.ShouldBe("…\n3\nold\n5\n…");
        after.ShouldBe("…\n3\nnew\nmore\n5\n…");
    }

    [Fact]
    public void A_long_text_of_its_own_is_cut_to_its_two_ends()
    {
        var (before, after) = Shown(null, "begin" + new string('x', 1000) + "end");

        before.ShouldBeNull();
        after!.Length.ShouldBeLessThan(420);
        after.ShouldStartWith("begin");
        after.ShouldEndWith("end");
    }

    [Fact]
    public void A_character_of_two_units_is_never_cut()
    {
        var faces = string.Concat(Enumerable.Repeat("😀", 500));

        foreach (var text in (string?[])[Shown(null, "x" + faces).After, Shown(faces + "1", faces + "2").After, Shown("1" + faces, "22" + faces).After])
        {
            text.ShouldNotBeNull().EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
        }
    }

    private static (string? Before, string? After) Shown(string? before, string? after)
    {
        var change = DefinitionComparer.Compare(With(before), With(after)).ShouldHaveSingleItem();
        return (change.Before?.Text, change.After?.Text);

        static string With(string? text) => Define.Flow([text is null ? Of("a", "Elsa.WriteLine") : Line("a", text)], "");
    }
}
