using System.Reflection;
using System.Text.Json.Nodes;
using AgentIQ.Server.Hosting;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Server.Tests.Workflows;

/// <summary>What the designer says of activities: complete in both languages, and nothing about what is not there any more.</summary>
public sealed class ActivityTextsTests
{
    private static readonly IReadOnlyList<ActivityDescriptor> All = Layers.Activities.Activities.All;

    private static readonly Assembly Engine = typeof(ActivityTexts).Assembly;

    [Fact]
    public void Every_activity_has_Russian_texts_for_everything_that_it_declares()
    {
        foreach (var activity in All)
        {
            var file = FileOf(activity.ClrType.Assembly);
            var entry = file["activities"]![activity.TypeName].ShouldNotBeNull($"{activity.TypeName} has no Russian text");
            Names(entry, "inputs").ShouldBe(activity.Inputs.Select(i => i.Name), ignoreOrder: true, activity.TypeName);
            Names(entry, "outputs").ShouldBe(activity.Outputs.Select(o => o.Name), ignoreOrder: true, activity.TypeName);
            Names(entry, "ports").Except(Ports(activity)).ShouldBeEmpty($"{activity.TypeName} has texts of ports that it does not have");
            Ports(activity).Except([.. Names(entry, "ports"), .. Names(file, "ports"), .. Names(FileOf(Engine), "ports")]).ShouldBeEmpty($"{activity.TypeName} has ports without a text");
            foreach (var input in activity.Inputs)
            {
                var type = Nullable.GetUnderlyingType(input.Type) ?? input.Type;
                var own = type.IsEnum && type.Namespace!.StartsWith("AgentIQ", StringComparison.Ordinal) ? Enum.GetNames(type) : [];
                Names(entry["inputs"]![input.Name]!, "options").ShouldBe(own, ignoreOrder: true, $"{activity.TypeName}.{input.Name}");
            }
        }
    }

    [Fact]
    public void No_Russian_text_is_left_over()
    {
        foreach (var assembly in All.GroupBy(a => a.ClrType.Assembly))
        {
            var file = FileOf(assembly.Key);
            Names(file, "activities").Except(assembly.Select(a => a.TypeName)).ShouldBeEmpty();
            if (assembly.Key != Engine)
            {
                Names(file, "categories").Except(Categories(assembly)).ShouldBeEmpty();
            }
        }

        Names(FileOf(Engine), "ports").Except(All.SelectMany(Ports)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_group_has_a_Russian_name()
    {
        foreach (var assembly in All.GroupBy(a => a.ClrType.Assembly))
        {
            Categories(assembly).Except([.. Names(FileOf(assembly.Key), "categories"), .. Names(FileOf(Engine), "categories")]).ShouldBeEmpty(assembly.Key.FullName);
        }
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Texts_are_sentences_in_their_language(string language)
    {
        foreach (var activity in All)
        {
            var text = ActivityTexts.Of(activity, language);
            string[] descriptions = [text.Description, .. text.Inputs.Values.Select(i => i.Description), .. text.Outputs.Values.Select(o => o.Description)];
            string[] names = [text.Name, text.Category, .. text.Inputs.Values.Select(i => i.Name), .. text.Outputs.Values.Select(o => o.Name)];
            descriptions.ShouldAllBe(d => d.EndsWith('.'), $"{activity.TypeName} in {language}");
            names.ShouldAllBe(n => n.Length > 0 && n == n.Trim() && !n.EndsWith('.'), $"{activity.TypeName} in {language}");
            if (language == "ru")
            {
                descriptions.ShouldAllBe(d => d.Any(IsCyrillic), activity.TypeName);
            }
            else
            {
                descriptions.Concat(names).ShouldAllBe(t => !t.Any(IsCyrillic), activity.TypeName);
            }
        }
    }

    private static bool IsCyrillic(char c) => c is >= 'А' and <= 'я' or 'ё' or 'Ё';

    private static IEnumerable<string> Ports(ActivityDescriptor activity) => activity.Outcomes.Select(o => o.Name).Concat(activity.EmbeddedPorts);

    private static IEnumerable<string> Categories(IEnumerable<ActivityDescriptor> activities) =>
        activities.SelectMany(a => a.Inputs.Select(i => i.Declaration.Category).Append(a.Category)).OfType<string>().Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Names(JsonNode node, string property) => node[property]?.AsObject().Select(p => p.Key) ?? [];

    private static JsonNode FileOf(Assembly assembly)
    {
        using var stream = assembly.GetManifestResourceStream("activity-texts.ru.json").ShouldNotBeNull($"{assembly.GetName().Name} has activities but no activity-texts.ru.json");
        return JsonNode.Parse(stream)!;
    }
}
