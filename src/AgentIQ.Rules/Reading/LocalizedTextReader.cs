using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Reading;

/// <summary>Reads a sentence for people: both languages are wanted, because the desk shows both.</summary>
internal static class LocalizedTextReader
{
    public static LocalizedText Read(JsonPlace parent, string name)
    {
        if (!parent.TryGet(name, out var place))
        {
            parent.Reader.Report($"{parent.Path}.{name}", "expected { \"ru\": ..., \"en\": ... }, came nothing; people see it as the reason");
            return LocalizedText.Empty;
        }

        return Read(place);
    }

    public static LocalizedText Read(JsonPlace place)
    {
        if (!place.IsObject("ru", "en"))
        {
            return LocalizedText.Empty;
        }

        return new LocalizedText(
            place.RequiredText("ru", "write the Russian sentence") ?? "",
            place.RequiredText("en", "write the English sentence") ?? "");
    }
}
