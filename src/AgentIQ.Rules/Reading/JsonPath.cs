using System.Globalization;

namespace AgentIQ.Rules.Reading;

/// <summary>
/// Where a value stands. It is written out only for what keeps it, such as a fault or a row: writing the path of every value that is read
/// took a third of the time of reading.
/// </summary>
/// <param name="parent">The value around it; null for the document.</param>
/// <param name="name">Its name in an object; null for an item of a list.</param>
/// <param name="index">Its place in a list.</param>
internal sealed class JsonPath(JsonPath? parent, string? name, int index)
{
    /// <summary>The document.</summary>
    public static JsonPath Root { get; } = new(null, null, 0);

    private readonly int _length = parent is null ? 1 : parent._length + 1 + (name?.Length ?? Digits(index) + 1);

    /// <summary>As a JSON path, such as <c>$.tables[0].rows[3]</c>.</summary>
    public override string ToString() => string.Create(_length, this, static (text, path) => path.Write(text));

    private void Write(Span<char> text)
    {
        if (parent is null)
        {
            text[0] = '$';
            return;
        }

        parent.Write(text);
        var own = text[parent._length..];
        if (name is not null)
        {
            own[0] = '.';
            name.CopyTo(own[1..]);
            return;
        }

        own[0] = '[';
        index.TryFormat(own[1..], out var digits, provider: CultureInfo.InvariantCulture);
        own[digits + 1] = ']';
    }

    private static int Digits(int number)
    {
        var digits = 1;
        for (; number >= 10; number /= 10)
        {
            digits++;
        }

        return digits;
    }
}
