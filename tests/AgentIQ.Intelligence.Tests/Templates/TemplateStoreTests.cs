using AgentIQ.Intelligence.Templates;
using AgentIQ.Intelligence.Tests.Support;

namespace AgentIQ.Intelligence.Tests.Templates;

public sealed class TemplateStoreTests : IAsyncLifetime
{
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_seller_starts_with_the_platform_s_templates() =>
        (await ListAsync()).Select(template => template.Id).ShouldBe(ShippedTemplates.All.Select(template => template.Id), ignoreOrder: true);

    [Fact]
    public async Task What_the_seller_changed_stays_changed()
    {
        var mine = (await ListAsync())[0] with { Text = "{greeting} Мой текст для покупателей." };
        await SaveAsync(mine, active: true);

        (await ListAsync()).ShouldContain(template => template.Id == mine.Id && template.Text == mine.Text);
    }

    [Fact]
    public async Task What_the_seller_switched_off_is_not_used()
    {
        var unwanted = (await ListAsync())[0];
        await SaveAsync(unwanted, active: false);

        (await ListAsync()).ShouldNotContain(template => template.Id == unwanted.Id);
    }

    private Task<IReadOnlyList<ReplyTemplate>> ListAsync() =>
        _desk.InAsync<TemplateStore, IReadOnlyList<ReplyTemplate>>((store, scope, ct) => store.ListAsync(scope, ct));

    private Task SaveAsync(ReplyTemplate template, bool active) =>
        _desk.InAsync<TemplateStore>((store, scope, ct) => store.SaveAsync(scope, template, active, ct));
}
