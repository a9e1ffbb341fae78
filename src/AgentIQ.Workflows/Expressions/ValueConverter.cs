using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentIQ.Workflows.Expressions;

/// <summary>
/// Strict conversions between plain values and .NET types, as recorded of Elsa 3.8 (elsa-studio-contract 5.5):
/// whole numbers may have blanks around them but no fraction as text; a JavaScript number is rounded to even; a text is a bool
/// only as true or false; a time span without a colon counts days; a structure may be given as JSON text; a text that is empty or
/// blank is nothing to everything but a text.
/// </summary>
internal static class ValueConverter
{
    private static readonly ConcurrentDictionary<Type, Type?> ElementTypes = new();

    public static object? Convert(object? value, Type target)
    {
        if (value is null || target == typeof(object) || target.IsInstanceOfType(value))
        {
            return value;
        }

        var type = Nullable.GetUnderlyingType(target) ?? target;
        if (value is string blank && string.IsNullOrWhiteSpace(blank) && type != typeof(string) && !type.IsEnum)
        {
            return null;
        }

        try
        {
            return value is JsonValue or JsonElement ? Convert(PlainValue.From(value), target) : To(value, type);
        }
        catch (Exception e) when (e is FormatException or OverflowException or JsonException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            throw new ConversionException($"Expected {Name(type)}, got {Describe(value)}.", e);
        }
    }

    public static string Text(object? value) => value switch
    {
        null => string.Empty,
        string text => text,
        bool flag => flag ? "True" : "False",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        JsonNode node => node.ToJsonString(WorkflowJson.Options),
        IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(value, value.GetType(), WorkflowJson.Options),
    };

    private static object? To(object value, Type type)
    {
        if (type == typeof(string))
        {
            return Text(value);
        }

        if (type.IsEnum)
        {
            return Enum.Parse(type, Text(value).Trim(), ignoreCase: true);
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => Boolean(value),
            TypeCode.Int16 => checked((short)Whole(value)),
            TypeCode.Int32 => checked((int)Whole(value)),
            TypeCode.Int64 => Whole(value),
            TypeCode.Single => (float)Double(value),
            TypeCode.Double => Double(value),
            TypeCode.Decimal => Decimal(value),
            TypeCode.DateTime => Time(value).UtcDateTime,
            _ => Other(value, type),
        };
    }

    private static object? Other(object value, Type type)
    {
        if (type == typeof(DateTimeOffset))
        {
            return Time(value);
        }

        if (type == typeof(TimeSpan))
        {
            return value is string text ? TimeSpan.Parse(text, CultureInfo.InvariantCulture) : throw new FormatException();
        }

        if (type == typeof(Guid))
        {
            return value is string text ? Guid.Parse(text) : throw new FormatException();
        }

        if (type == typeof(JsonElement))
        {
            return JsonSerializer.SerializeToElement(value is string s ? JsonNode.Parse(s) : PlainValue.ToNode(value), WorkflowJson.Options);
        }

        return Structure(value, type);
    }

    private static object? Structure(object value, Type type)
    {
        var node = value switch
        {
            string text when text.TrimStart() is ['{' or '[', ..] => JsonNode.Parse(text),
            string text => Items(text, type),
            JsonNode given => given,
            _ => JsonSerializer.SerializeToNode(value, value.GetType(), WorkflowJson.Options),
        };
        if (type.IsAssignableFrom(node?.GetType()))
        {
            return node;
        }

        if (node is JsonArray array && ElementTypes.GetOrAdd(type, ElementType) is { } element)
        {
            var list = Array.CreateInstance(element, array.Count);
            for (var i = 0; i < array.Count; i++)
            {
                list.SetValue(Convert(PlainValue.From(array[i]), element), i);
            }

            return type.IsAssignableFrom(list.GetType()) ? list : Activator.CreateInstance(type, list);
        }

        if (node is JsonObject map && type.IsAssignableFrom(typeof(Dictionary<string, object?>)))
        {
            return map.ToDictionary(p => p.Key, p => PlainValue.From(p.Value));
        }

        return node.Deserialize(type, WorkflowJson.Options);
    }

    /// <summary>A text that is no JSON is one item of a list of texts; another list takes it character by character.</summary>
    private static JsonArray Items(string text, Type type)
    {
        if (typeof(IEnumerable<string>).IsAssignableFrom(type))
        {
            return [text];
        }

        return ElementTypes.GetOrAdd(type, ElementType) == typeof(object) ? [.. text.Select(c => (JsonNode)JsonValue.Create(c.ToString()))] : throw new FormatException();
    }

    private static Type? ElementType(Type type) => type.IsArray
        ? type.GetElementType()
        : type.IsGenericType && type.GetGenericArguments() is [var element] ? element : null;

    private static bool Boolean(object value) => value switch
    {
        string text => bool.Parse(text.Trim()),
        int number => number != 0,
        long number => number != 0,
        double number => number is not (0 or double.NaN),
        decimal number => number != 0,
        _ => throw new FormatException(),
    };

    private static long Whole(object value) => value switch
    {
        string text => Hexadecimal(text.Trim()) ?? long.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture),
        bool flag => flag ? 1 : 0,
        int number => number,
        long number => number,
        double number => checked((long)Math.Round(number, MidpointRounding.ToEven)),
        decimal number => checked((long)Math.Round(number, MidpointRounding.ToEven)),
        _ => throw new FormatException(),
    };

    /// <summary>Whole numbers may be written as 0x1F, &amp;h1F or #1F.</summary>
    private static long? Hexadecimal(string text)
    {
        var digits = text.StartsWith('#') ? text[1..]
            : text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) || text.StartsWith("&h", StringComparison.OrdinalIgnoreCase) ? text[2..] : null;
        return digits is null ? null : long.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    private static double Double(object value) => value switch
    {
        string text => double.Parse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture),
        bool flag => flag ? 1 : 0,
        int number => number,
        long number => number,
        double number => number,
        decimal number => (double)number,
        _ => throw new FormatException(),
    };

    private static decimal Decimal(object value) => value switch
    {
        string text => decimal.Parse(text, NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture),
        double number => (decimal)number,
        decimal number => number,
        _ => Whole(value),
    };

    private static DateTimeOffset Time(object value) => value switch
    {
        DateTimeOffset time => time,
        string text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        _ => throw new FormatException(),
    };

    private static string Name(Type type) => type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}" : type.Name;

    private static string Describe(object value)
    {
        var text = Text(value);
        return $"{(value is string ? "text" : value.GetType().Name)} '{(text.Length > 80 ? text[..80] + "…" : text)}'";
    }
}
