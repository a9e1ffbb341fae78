using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Intelligence.Templates;

/// <summary>The templates that the designer offers for <see cref="Activities.MakeDraft"/>: the seller's active ones, by the beginning of their text.</summary>
internal sealed class TemplateChoices(TemplateStore templates) : IActivityChoices
{
    public const string Templates = "templates";

    private const int Shown = 70;

    public string Name => Templates;

    public async Task<IReadOnlyList<Choice>> ListAsync(TenantScope scope, string language, CancellationToken ct) =>
    [
        new(string.Empty, language == "ru" ? "(подобрать по обращению)" : "(chosen by what the customer wrote)"),
        .. (await templates.ListAsync(scope, ct)).Select(template => new Choice(template.Id, $"{Beginning(template.Text)} [{template.Id}]")),
    ];

    private static string Beginning(string text)
    {
        var bare = text.Replace(ReplyTemplate.Greeting, string.Empty, StringComparison.Ordinal).Trim();
        return bare.Length <= Shown ? bare : $"{bare[..Shown].TrimEnd()}…";
    }
}
