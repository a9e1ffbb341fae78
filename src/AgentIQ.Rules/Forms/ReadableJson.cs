using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AgentIQ.Rules.Forms;

/// <summary>JSON for people: two spaces of indentation, every letter as itself.</summary>
internal static partial class ReadableJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Even the relaxed encoder escapes what lies beyond the basic plane, such as emoji, which sellers do write.
    public static string Write(JsonNode node) => EscapedPair().Replace(node.ToJsonString(Options), match =>
        match.Groups["before"].Value + string.Concat(Unit(match.Groups["high"]), Unit(match.Groups["low"])));

    private static char Unit(Group digits) => (char)ushort.Parse(digits.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    // An even number of backslashes before it: these are escaped backslashes themselves.
    [GeneratedRegex(@"(?<!\\)(?<before>(\\\\)*)\\u(?<high>D[89AB][0-9A-F]{2})\\u(?<low>D[C-F][0-9A-F]{2})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EscapedPair();
}
