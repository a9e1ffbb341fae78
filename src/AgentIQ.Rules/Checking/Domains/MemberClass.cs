using System.Text.RegularExpressions;
using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Checking.Domains;

/// <summary>One thing that a field may hold: a member of a set, a phrase of a text, a match of an expression.</summary>
/// <param name="Key">What makes it the same thing when it is asked again.</param>
/// <param name="Bit">The member's bit; 0 for texts.</param>
/// <param name="Phrase">The phrase, or null.</param>
/// <param name="Expression">The expression, or null.</param>
internal sealed record Member(string Key, long Bit, TextPattern? Phrase, Regex? Expression)
{
    public static Member Of(long bit) => new($"bit {bit}", bit, null, null);

    public static Member Of(TextPattern phrase) => new($"phrase {phrase.Source}", 0, phrase, null);

    public static Member Of(Regex expression) => new($"expression {expression}", 0, null, expression);
}

/// <summary>
/// Members that stand in exactly the same questions: no question tells them apart, so they are one choice and not many.
/// </summary>
/// <param name="Members">The members.</param>
/// <param name="States">1: none of them can be there; 2: none, or at least one; 3: none, some, or all.</param>
internal sealed record MemberClass(IReadOnlyList<Member> Members, int States);
