using AgentIQ.Intelligence.Drafts;
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
    public async Task Without_a_draft_there_is_none()
    {
        var id = await _desk.ReceiveAsync("Отличный фонарь", 5);
        (await _desk.InAsync<DraftStore, Draft?>((store, scope, ct) => store.LatestAsync(scope, id, ct))).ShouldBeNull();
    }

    private Task<Draft> DraftAsync(Guid id) => _desk.InAsync<Drafter, Draft>((drafter, scope, ct) => drafter.DraftAsync(scope, id, Actors.System, ct));
}
