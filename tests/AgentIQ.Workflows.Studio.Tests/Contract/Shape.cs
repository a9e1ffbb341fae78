using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentIQ.Workflows.Studio.Tests.Contract;

/// <summary>What a JSON value looks like: its kinds, and those of what it holds. Without any text of the value itself.</summary>
internal sealed record Shape
{
    /// <summary>boolean, number, string, date, array, object: those that were seen.</summary>
    public string[] Kinds { get; init; } = [];

    /// <summary>Whether null was seen.</summary>
    public bool Null { get; init; }

    /// <summary>Of a property: it was missing in some of the objects.</summary>
    public bool Optional { get; init; }

    /// <summary>Of an object whose keys are data: nothing is said of them.</summary>
    public bool Open { get; init; }

    /// <summary>The spellings of an enum that were seen.</summary>
    public string[] Values { get; init; } = [];

    /// <summary>Of an array: all its items together.</summary>
    public Shape? Items { get; init; }

    /// <summary>Of an object.</summary>
    public IReadOnlyDictionary<string, Shape>? Properties { get; init; }

    /// <summary>
    /// What is different in a value: a property that is missing or that nobody expects, another kind. Empty means that it agrees.
    /// A property that is null where the shape never saw null counts as missing: an Elsa server leaves those out.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="ours">Paths that may be there besides, or be of another kind; each ends a path such as <c>items[].isSandbox</c>.</param>
    public IEnumerable<string> Differences(JsonElement value, params IReadOnlyCollection<string> ours) => Differences(value, "$", ours);

    private IEnumerable<string> Differences(JsonElement value, string path, IReadOnlyCollection<string> ours)
    {
        if (ours.Any(o => path.EndsWith(o, StringComparison.Ordinal)))
        {
            return [];
        }

        var kind = KindOf(value);
        if (kind == "null")
        {
            return Null || Kinds.Length == 0 ? [] : [$"{path} is null, expected {string.Join(" or ", Kinds)}"];
        }

        if (Kinds.Length > 0 && !Kinds.Contains(kind) && !(kind == "date" && Kinds.Contains("string")))
        {
            return [$"{path} is {kind}, expected {string.Join(" or ", Kinds)}"];
        }

        return kind switch
        {
            "object" when !Open && Properties is not null => OfObject(value, path, ours),
            "array" when Items is not null => value.EnumerateArray().SelectMany(item => Items.Differences(item, $"{path}[]", ours)).Distinct(StringComparer.Ordinal),
            _ => [],
        };
    }

    private IEnumerable<string> OfObject(JsonElement value, string path, IReadOnlyCollection<string> ours)
    {
        var found = value.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        foreach (var (name, shape) in Properties!)
        {
            var at = $"{path}.{name}";
            if (found.Remove(name, out var property))
            {
                foreach (var difference in shape.Differences(property, at, ours))
                {
                    yield return difference;
                }
            }
            else if (!shape.Optional && !ours.Any(o => at.EndsWith(o, StringComparison.Ordinal)))
            {
                yield return $"{at} is missing";
            }
        }

        foreach (var name in found.Keys.Where(name => !ours.Any(o => $"{path}.{name}".EndsWith(o, StringComparison.Ordinal))))
        {
            yield return $"{path}.{name} is not expected";
        }
    }

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "number",
        JsonValueKind.String => value.TryGetDateTimeOffset(out _) ? "date" : "string",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => "null",
    };
}

/// <summary>What one request to an Elsa server was answered with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Route and query; <c>{id}</c> stands for ids.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Response">The body's shape; null: it had none.</param>
internal sealed record RecordedExchange(string Name, string Method, string Path, int Status, Shape? Response)
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>All of them by name.</summary>
    public static IReadOnlyDictionary<string, RecordedExchange> All { get; } = Read();

    private static Dictionary<string, RecordedExchange> Read()
    {
        using var stream = typeof(RecordedExchange).Assembly.GetManifestResourceStream("recorded-shapes.json")!;
        return JsonSerializer.Deserialize<RecordedExchange[]>(stream, Reading)!.ToDictionary(e => e.Name, StringComparer.Ordinal);
    }
}
