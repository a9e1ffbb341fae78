using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Intelligence.Intents;
using AgentIQ.Intelligence.Templates;

namespace AgentIQ.Intelligence.Drafts;

/// <summary>
/// Drafts from templates: the one that was asked for, then those of a flag, then those of the intent, then those for everything else. A template that
/// explains a return is preferred exactly where the guardrails let a reply speak of one; a text that the guardrails refuse is
/// never proposed while another is left.
/// </summary>
public sealed class TemplateComposer(ReplyChecker checker) : IDraftComposer
{
    private const string Template = "template";

    /// <summary>When a seller has switched off every template that fits.</summary>
    private const string LastResort = "{greeting} Спасибо, что написали нам. Мы внимательно изучим ваше обращение.";

    /// <inheritdoc/>
    public Task<ComposedDraft> ComposeAsync(DraftRequest request, CancellationToken cancellationToken) => Task.FromResult(Compose(request));

    private ComposedDraft Compose(DraftRequest request)
    {
        var name = FirstNames.Find(request.CustomerName);
        foreach (var group in Groups(request))
        {
            foreach (var template in InOrder(group, request))
            {
                if (Check(request, template.Render(name)) is { Valid: true } check)
                {
                    return new ComposedDraft(template.Render(name), Template, template.Id, check);
                }
            }
        }

        var text = new ReplyTemplate("last-resort", LastResort, []).Render(name);
        return new ComposedDraft(text, "fallback", null, Check(request, text));
    }

    private ReplyCheckResult Check(DraftRequest request, string text) =>
        checker.Check(request.Policy, request.Situation with { Text = text, Moment = CheckMoment.Draft });

    /// <summary>Groups of templates, the best suited first.</summary>
    private static IEnumerable<IReadOnlyList<ReplyTemplate>> Groups(DraftRequest request)
    {
        yield return [.. request.Templates.Where(template => template.Id == request.WantedTemplate)];

        var situation = request.Situation;
        var suited = request.Templates.Where(template => template.Suits(situation.Channel, situation.Rating)).ToList();
        foreach (var flag in FlagNames.All.Where(flag => situation.Flags?.Contains(flag, StringComparer.Ordinal) == true))
        {
            yield return [.. suited.Where(template => template.Flag == flag)];
        }

        foreach (var intent in new[] { situation.Intent ?? IntentNames.Other, IntentNames.Other })
        {
            var own = suited.Where(template => template.Intent == intent && template.Flag is null).ToList();
            yield return [.. own.Where(template => template.Returns)];
            yield return [.. own.Where(template => !template.Returns)];
        }
    }

    /// <summary>Starts at a place that the interaction decides and keeps the template of the draft before for last.</summary>
    private static IEnumerable<ReplyTemplate> InOrder(IReadOnlyList<ReplyTemplate> group, DraftRequest request)
    {
        var start = group.Count == 0 ? 0 : (int)(BitConverter.ToUInt32(request.Variation.ToByteArray(), 12) % (uint)group.Count);
        return group.Skip(start).Concat(group.Take(start)).OrderBy(template => template.Id == request.PreviousTemplate);
    }
}
