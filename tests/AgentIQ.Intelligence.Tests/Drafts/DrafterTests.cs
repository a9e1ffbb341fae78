using AgentIQ.Intelligence.Drafts;
using AgentIQ.Intelligence.Intents;
using AgentIQ.Intelligence.Templates;
using AgentIQ.Intelligence.Tests.Support;
using AgentIQ.Interactions;

namespace AgentIQ.Intelligence.Tests.Drafts;

public sealed class DrafterTests : IAsyncLifetime
{
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_draft_is_stored_with_its_template_and_noted()
    {
        var id = await _desk.ReceiveAsync("Отличный фонарь", 5, "Марина К.");

        var made = await DraftAsync(id);

        made.Text.ShouldStartWith("Марина, здравствуйте!");
        made.Source.ShouldBe("template");
        made.TemplateId.ShouldNotBeNull().ShouldStartWith("thanks-review-5to5");
        made.Violations.ShouldBeEmpty();
        var stored = (await _desk.InAsync<DraftStore, Draft?>((store, scope, ct) => store.LatestAsync(scope, id, ct))).ShouldNotBeNull();
        (stored.Id, stored.Text, stored.TemplateId).ShouldBe((made.Id, made.Text, made.TemplateId));
        var events = await _desk.InAsync<InteractionEvents, IReadOnlyList<InteractionEvent>>((store, scope, ct) => store.ListAsync(scope, id, ct));
        events.ShouldContain(item => item.Type == InteractionEventTypes.DraftGenerated);
    }

    [Fact]
    public async Task Asked_again_it_proposes_another_text_and_the_newest_counts()
    {
        var id = await _desk.ReceiveAsync("Отличный фонарь", 5);
        var first = await DraftAsync(id);
        var second = await DraftAsync(id);

        second.Text.ShouldNotBe(first.Text);
        (await _desk.InAsync<DraftStore, Draft?>((store, scope, ct) => store.LatestAsync(scope, id, ct)))!.Id.ShouldBe(second.Id);
    }

    [Fact]
    public async Task A_template_that_a_workflow_names_is_taken_where_the_guardrails_let_it_pass()
    {
        var id = await _desk.ReceiveAsync("Отличный фонарь", 5);
        (await DraftAsync(id, "legal-threat-any-2")).TemplateId.ShouldBe("legal-threat-any-2");
        (await DraftAsync(id, "legal-threat-any-2")).TemplateId.ShouldBe("legal-threat-any-2", "it is wanted each time");
        (await DraftAsync(id, "switched-off-since")).TemplateId.ShouldNotBeNull().ShouldStartWith("thanks-review");
        (await DraftAsync(id, string.Empty)).TemplateId.ShouldNotBeNull().ShouldStartWith("thanks-review");
        await _desk.InAsync<TemplateStore>((store, scope, ct) => store.SaveAsync(scope, new ReplyTemplate("promises", "Напишите нам на почту shop@example.com, вернём деньги!", ["review"]) { Intent = IntentNames.Thanks }, active: true, ct));
        (await DraftAsync(id, "promises")).TemplateId.ShouldNotBe("promises", "the guardrails refuse it");
    }

    [Fact]
    public async Task Without_a_draft_there_is_none()
    {
        var id = await _desk.ReceiveAsync("Отличный фонарь", 5);
        (await _desk.InAsync<DraftStore, Draft?>((store, scope, ct) => store.LatestAsync(scope, id, ct))).ShouldBeNull();
    }

    private Task<Draft> DraftAsync(Guid id, string template) =>
        _desk.InAsync<Drafter, Draft>((drafter, scope, ct) => drafter.DraftAsync(scope, id, Actors.System, template, ct));

    private Task<Draft> DraftAsync(Guid id) => _desk.InAsync<Drafter, Draft>((drafter, scope, ct) => drafter.DraftAsync(scope, id, Actors.System, ct));
}
