using AgentIQ.Workflows.Studio.Answers;

namespace AgentIQ.Workflows.Studio.Catalogue.Lists;

/// <summary>A type that variables, inputs and outputs can have.</summary>
internal sealed record VariableTypeModel(string TypeName, string DisplayName, string Category, string Description);

/// <summary>The types that the engine converts values to (elsa-studio-contract 3.1); constant, because the designer breaks without one.</summary>
internal static class VariableTypes
{
    private static readonly Text Primitives = new("Простые", "Primitives");
    private static readonly Text Lookups = new("Словари", "Lookups");
    private static readonly Text Dynamic = new("Структуры", "Dynamic");
    private static readonly Text Data = new("Данные", "Data");

    private static readonly (string TypeName, Text Name, Text Category, Text Description)[] All =
    [
        ("Object", new("Любое значение", "Any value"), Primitives, new("Текст, число, список или структура: как получено.", "A text, a number, a list or a structure: as it comes.")),
        ("String", new("Текст", "Text"), Primitives, new("Текст любой длины.", "A text of any length.")),
        ("Boolean", new("Да или нет", "Yes or no"), Primitives, new("Одно из двух: да или нет.", "One of two: yes or no.")),
        ("Int32", new("Целое число", "Whole number"), Primitives, new("Целое число примерно до двух миллиардов.", "A whole number up to about two billion.")),
        ("Int16", new("Малое целое число", "Small whole number"), Primitives, new("Целое число до 32 767.", "A whole number up to 32,767.")),
        ("Int64", new("Большое целое число", "Large whole number"), Primitives, new("Целое число до девяти квинтиллионов.", "A whole number up to nine quintillion.")),
        ("Decimal", new("Точная дробь", "Exact decimal"), Primitives, new("Число с дробной частью без ошибок округления: для денег.", "A number with decimals and no rounding errors: for money.")),
        ("Double", new("Дробное число", "Number with decimals"), Primitives, new("Число с дробной частью, около 15 значащих цифр.", "A number with decimals, about 15 digits.")),
        ("Single", new("Дробное число, короткое", "Short number with decimals"), Primitives, new("Число с дробной частью, около 7 значащих цифр.", "A number with decimals, about 7 digits.")),
        ("Guid", new("Идентификатор", "Identifier"), Primitives, new("Идентификатор из 32 шестнадцатеричных знаков.", "An identifier of 32 hexadecimal digits.")),
        ("DateTimeOffset", new("Дата и время", "Date and time"), Primitives, new("Момент времени с часовым поясом.", "A moment with its time zone.")),
        ("DateTime", new("Дата и время без пояса", "Date and time without a zone"), Primitives, new("Момент времени; без пояса считается UTC.", "A moment; without a zone it is UTC.")),
        ("TimeSpan", new("Продолжительность", "Duration"), Primitives, new("Промежуток времени: [дни.]часы:минуты:секунды.", "A length of time: [days.]hours:minutes:seconds.")),
        ("StringDictionary", new("Словарь текстов", "Dictionary of texts"), Lookups, new("Имена и тексты.", "Names, each with a text.")),
        ("ObjectDictionary", new("Словарь значений", "Dictionary of values"), Lookups, new("Имена и любые значения.", "Names, each with any value.")),
        ("JSON", new("Структура JSON", "JSON structure"), Dynamic, new("Структура с полями, которые читаются по имени.", "A structure whose fields are read by name.")),
        ("JsonObject", new("Объект JSON", "JSON object"), Dynamic, new("Структура с именованными полями.", "A structure with named fields.")),
        ("JsonArray", new("Список JSON", "JSON array"), Dynamic, new("Список любых значений.", "A list of any values.")),
        ("JsonNode", new("Узел JSON", "JSON node"), Dynamic, new("Объект, список или одно значение.", "An object, a list or one value.")),
        ("JsonElement", new("Элемент JSON", "JSON element"), Dynamic, new("Объект, список или одно значение, только для чтения.", "An object, a list or one value, for reading.")),
        ("ByteArray", new("Байты", "Bytes"), Data, new("Содержимое файла текстом Base64.", "A file's content as Base64 text.")),
    ];

    public static IReadOnlyList<VariableTypeModel> In(StudioLanguage language) =>
        [.. All.Select(t => new VariableTypeModel(t.TypeName, t.Name.In(language), t.Category.In(language), t.Description.In(language)))];
}
