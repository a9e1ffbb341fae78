using System.Text.RegularExpressions;
using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Tests.Workflows;

/// <summary>What ships is what people read first: complete, valid, in Russian, and drawn so that it can be read.</summary>
public sealed partial class ShippedDefinitionTests
{
    /// <summary>Nearer than this, the designer's lines make detours around the boxes.</summary>
    private const double Gap = 40;

    public static TheoryData<string> Files => [.. ShippedDefinition.All.Select(definition => definition.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void It_can_be_published_and_nothing_is_found_in_it(string file) =>
        Layers.Activities.Validate(ShippedDefinition.Of(file).Text, ShippedDefinition.All.Select(other => other.Text)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Files))]
    public void It_and_all_its_activities_have_a_name_and_a_description_in_russian(string file)
    {
        var definition = ShippedDefinition.Of(file);

        IsRussian(definition.Name).ShouldBeTrue(definition.Name);
        IsRussian(definition.Description).ShouldBeTrue(definition.Description);
        definition.Activities.ShouldNotBeEmpty();
        definition.Activities.ShouldAllBe(activity => IsRussian(activity.DisplayText) && IsRussian(activity.Description));
        definition.Activities.Select(activity => activity.DisplayText).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Its_boxes_have_room_for_their_texts_and_outcomes_and_stand_apart(string file)
    {
        var definition = ShippedDefinition.Of(file);

        foreach (var activity in definition.Activities)
        {
            // What the designer needs: the icon and about seven units a letter; 24 units for the name of each way out.
            activity.Width.ShouldBeGreaterThanOrEqualTo(95 + (7.2 * activity.DisplayText!.Length), activity.Id);
            activity.Height.ShouldBeGreaterThanOrEqualTo(Math.Max(54, 24 * OutcomesOf(activity).Length), activity.Id);
            definition.Activities.Where(other => other.Id != activity.Id && AreNear(activity, other)).Select(other => $"{activity.Id} and {other.Id}").ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Its_connections_join_ways_out_that_exist_and_no_choice_leads_nowhere(string file)
    {
        var definition = ShippedDefinition.Of(file);
        var activities = definition.Activities.ToDictionary(activity => activity.Id);

        foreach (var connection in definition.Connections)
        {
            OutcomesOf(activities[connection.Source]).ShouldContain(connection.Port, connection.ToString());
            activities.ShouldContainKey(connection.Target);
            connection.TargetPort.ShouldBe("In");
        }

        foreach (var activity in definition.Activities.Where(activity => OutcomesOf(activity).Length > 1))
        {
            definition.Connections.Where(connection => connection.Source == activity.Id).Select(connection => connection.Port).ShouldBe(OutcomesOf(activity), ignoreOrder: true, activity.Id);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Its_ids_are_those_that_the_server_gives(string file)
    {
        var definition = ShippedDefinition.Of(file);
        var root = definition.Json["root"]!["id"]!.GetValue<string>();

        definition.Activities.ShouldAllBe(activity => activity.NodeId == $"Workflow1:{root}:{activity.Id}");
        definition.File.ShouldBe(definition.Id + ".json");
        definition.Json["id"]!.GetValue<string>().ShouldBe(definition.Id + "@1", "as it is stored on an empty database");
    }

    [Fact]
    public void Child_workflows_are_named_by_type_version_and_id()
    {
        var uses = ShippedDefinition.All.SelectMany(definition => definition.Activities).Where(activity => activity.UsedDefinition is not null).ToList();

        uses.Select(use => use.UsedDefinition).ShouldBe(["escalation", "publication-check"], ignoreOrder: true);
        foreach (var use in uses)
        {
            var used = ShippedDefinition.All.Single(definition => definition.Id == use.UsedDefinition);
            used.Json["options"]!["usableAsActivity"]!.GetValue<bool>().ShouldBeTrue();
            (use.Type, use.Version, use.UsedVersion).ShouldBe((TypeNameOf(used.Name), 1, used.Json["id"]!.GetValue<string>()));
        }
    }

    private static string[] OutcomesOf(ShippedActivity activity)
    {
        if (activity.UsedDefinition is { } id)
        {
            return ShippedDefinition.All.Single(definition => definition.Id == id).Outcomes;
        }

        var descriptor = Layers.Activities.Activities.Find(activity.Type, activity.Version).ShouldNotBeNull(activity.Type);
        return [.. descriptor.Outcomes.Select(outcome => outcome.Name)];
    }

    private static bool AreNear(ShippedActivity one, ShippedActivity other) =>
        one.X < other.X + other.Width + Gap && other.X < one.X + one.Width + Gap
        && one.Y < other.Y + other.Height + (Gap / 2) && other.Y < one.Y + one.Height + (Gap / 2);

    private static string TypeNameOf(string name) => string.Concat(name.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static bool IsRussian(string? text) => text is not null && Russian.IsMatch(text);

    [GeneratedRegex(@"\p{IsCyrillic}{3}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Russian { get; }
}
