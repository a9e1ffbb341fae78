using System.Text.Json;
using AgentIQ.Context.Links;
using AgentIQ.Ingestion;
using AgentIQ.Intelligence.Drafts;
using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Interactions;
using AgentIQ.Orchestration.Lifecycle;
using AgentIQ.Orchestration.Team;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Server.Security;
using AgentIQ.Workflows;

using Language = AgentIQ.Server.Problems.Language;

namespace AgentIQ.Server.Api.Interactions;

/// <summary>Puts together what the pages show of interactions, from the types of each layer.</summary>
internal sealed class InteractionViews(
    InteractionStore interactions,
    InteractionContents contents,
    InteractionEvents events,
    DraftStore drafts,
    ReplyStore replies,
    LinkStore links,
    LinkPolicy linkPolicy,
    UserStore users,
    IPolicies policies,
    IDecisionLog decisions,
    IWorkflowMonitor workflows,
    ConnectorRegistry connectors)
{
    /// <summary>The seller's people by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, PersonView>> PeopleAsync(TenantScope scope, CancellationToken ct) =>
        (await users.ListAsync(scope, ct)).ToDictionary(member => member.Id, member => new PersonView(member.Id, member.Name));

    /// <summary>One row of the inbox.</summary>
    public static InteractionSummary Summary(Interaction interaction, IReadOnlyDictionary<Guid, PersonView> people) => new()
    {
        Id = interaction.Id,
        Marketplace = interaction.Key.Marketplace,
        Channel = interaction.Key.Channel,
        ExternalId = interaction.Key.ExternalId,
        CustomerName = interaction.CustomerName,
        Subject = interaction.Subject,
        Preview = interaction.Preview,
        Rating = interaction.Rating,
        RatingOnly = interaction.RatingOnly,
        Status = interaction.Status,
        Priority = interaction.Priority,
        Intent = interaction.Intent,
        Flags = interaction.Flags,
        EscalationLevel = interaction.EscalationLevel,
        EscalatedTo = interaction.EscalatedTo,
        NeedsPerson = interaction.NeedsPerson,
        ReplyState = interaction.ReplyState,
        Assignee = interaction.AssigneeId is { } id ? people.GetValueOrDefault(id) : null,
        OccurredAt = interaction.OccurredAt,
        ReceivedAt = interaction.ReceivedAt,
        FirstResponseDue = interaction.FirstResponseDue,
        EscalateAt = interaction.EscalateAt,
        HardDeadline = interaction.HardDeadline,
        Revision = interaction.Revision,
    };

    /// <summary>Everything about one interaction, or null when this seller has none with that id.</summary>
    public async Task<InteractionDetail?> FindAsync(TenantScope scope, Guid id, CurrentUser user, Language language, CancellationToken ct)
    {
        if (await interactions.FindAsync(scope, id, ct) is not { } interaction)
        {
            return null;
        }

        var people = await PeopleAsync(scope, ct);
        var content = await contents.GetAsync(scope, id, ct);
        var draft = await drafts.LatestAsync(scope, id, ct);
        var reply = await replies.LatestAsync(scope, id, ct);
        var instance = await workflows.FindByCorrelationAsync(scope, interaction.IsSandbox ? null : LifecycleDefinition.Id, InteractionCorrelation.Of(id), ct);
        return new InteractionDetail
        {
            Id = interaction.Id,
            Marketplace = interaction.Key.Marketplace,
            Channel = interaction.Key.Channel,
            ExternalId = interaction.Key.ExternalId,
            CustomerName = interaction.CustomerName,
            Subject = interaction.Subject,
            Preview = interaction.Preview,
            Rating = interaction.Rating,
            RatingOnly = interaction.RatingOnly,
            Status = interaction.Status,
            Priority = interaction.Priority,
            Intent = interaction.Intent,
            Flags = interaction.Flags,
            EscalationLevel = interaction.EscalationLevel,
            EscalatedTo = interaction.EscalatedTo,
            NeedsPerson = interaction.NeedsPerson,
            ReplyState = interaction.ReplyState,
            Assignee = interaction.AssigneeId is { } assignee ? people.GetValueOrDefault(assignee) : null,
            OccurredAt = interaction.OccurredAt,
            ReceivedAt = interaction.ReceivedAt,
            FirstResponseDue = interaction.FirstResponseDue,
            EscalateAt = interaction.EscalateAt,
            HardDeadline = interaction.HardDeadline,
            Revision = interaction.Revision,
            Text = content.Text,
            Pros = content.Pros,
            Cons = content.Cons,
            Sentiment = interaction.Sentiment,
            Product = new ProductView(
                interaction.ProductId, interaction.ProductArticle, interaction.ProductName, MarketplaceLinks.Product(interaction)),
            SellerCabinetUrl = interaction.IsSandbox ? null : MarketplaceLinks.Cabinet(interaction),
            Draft = draft is null ? null : ReplyViews.Of(draft, language),
            Reply = ReplyViews.Of(reply, content.Answer, people, language),
            Decisions = [.. (await decisions.OfAsync(scope, id, ct)).Select(decision => DecisionViews.Of(decision, policies, scope.TenantId, language))],
            Links = await LinksAsync(scope, id, language, ct),
            Events = [.. (await events.ListAsync(scope, id, ct)).Select(item => Event(item, people))],
            Limits = Limits(interaction),
            CanReply = interaction.IsOpen
                && user.Role is not TeamRole.Analyst
                && interaction.ReplyState is not (ReplyState.Approved or ReplyState.Sending or ReplyState.Moderation),
            IsSandbox = interaction.IsSandbox,
            WorkflowInstanceId = instance?.Id,
            Incident = await IncidentAsync(scope, instance, ct),
        };
    }

    private async Task<IncidentView?> IncidentAsync(TenantScope scope, InstanceSummary? instance, CancellationToken ct) =>
        instance is { Incidents: > 0 } && await workflows.OpenIncidentsAsync(scope, instance.Id, ct) is [.., var last]
            ? new IncidentView(last.Id, last.Message)
            : null;

    private LimitsView Limits(Interaction interaction)
    {
        var limits = LengthLimits.Of(
            policies.Current(interaction.SellerId, ReplyChecker.PolicySet), interaction.Key.Marketplace, EnumText<Channel>.Of(interaction.Key.Channel));
        var protocol = connectors.Get(interaction.Key.Marketplace, interaction.Key.Channel).Descriptor.Limits;
        var (hardMin, hardMax) = (limits.HardMin ?? protocol.HardMin, limits.HardMax ?? protocol.HardMax);
        return new LimitsView(hardMin, hardMax, limits.StyleMin ?? hardMin, limits.StyleMax ?? hardMax);
    }

    private static EventView Event(InteractionEvent item, IReadOnlyDictionary<Guid, PersonView> people)
    {
        var actor = item.Actor.StartsWith("user:", StringComparison.Ordinal) && Guid.TryParse(item.Actor.AsSpan(5), out var id)
            ? people.GetValueOrDefault(id)?.Name ?? item.Actor
            : item.Actor;
        return new EventView(item.Id, item.Type, item.At, actor, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(item.Details)!);
    }

    private async Task<IReadOnlyList<LinkView>> LinksAsync(TenantScope scope, Guid id, Language language, CancellationToken ct)
    {
        var views = new List<LinkView>();
        foreach (var link in await links.ListAsync(scope, id, ct))
        {
            var other = await interactions.GetAsync(scope, link.OtherId, ct);
            views.Add(new LinkView(link.OtherId, other.Subject, link.Confidence, linkPolicy.ModeOf(scope.TenantId, link), LinkTexts.Explain(link.Signal).In(language)));
        }

        return views;
    }
}
