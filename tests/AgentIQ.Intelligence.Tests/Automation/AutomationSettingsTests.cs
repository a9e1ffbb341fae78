using AgentIQ.Intelligence.Automation;
using AgentIQ.Intelligence.Tests.Support;

namespace AgentIQ.Intelligence.Tests.Automation;

public sealed class AutomationSettingsTests : IAsyncLifetime
{
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_seller_who_chose_nothing_sends_nothing() => (await GetAsync()).ShouldBeEquivalentTo(new AutomationSettings(AutoSend: false, "safe"));

    [Fact]
    public async Task What_is_saved_comes_back_and_replaces_what_was_there()
    {
        await SaveAsync(new AutomationSettings(AutoSend: true, "max") { Products = ["101", "102"] });
        var saved = await GetAsync();
        (saved.AutoSend, saved.Preset).ShouldBe((true, "max"));
        saved.Products.ShouldBe(["101", "102"]);

        await SaveAsync(new AutomationSettings(AutoSend: true, "balanced"));
        (await GetAsync()).Products.ShouldBeEmpty();
    }

    [Fact]
    public Task A_preset_that_does_not_exist_is_refused() => Should.ThrowAsync<ArgumentException>(() => SaveAsync(new AutomationSettings(AutoSend: true, "wild")));

    [Theory]
    [InlineData(new string[0], "101", false)]
    [InlineData(new string[0], null, false)]
    [InlineData(new[] { "101" }, "101", false)]
    [InlineData(new[] { "101" }, "102", true)]
    [InlineData(new[] { "101" }, null, true)]
    public void A_list_of_products_excludes_all_others(string[] products, string? product, bool excluded) =>
        new AutomationSettings(AutoSend: true, "safe") { Products = products }.Excludes(product).ShouldBe(excluded);

    private Task<AutomationSettings> GetAsync() => _desk.InAsync<AutomationSettingsStore, AutomationSettings>((store, scope, ct) => store.GetAsync(scope, ct));

    private Task SaveAsync(AutomationSettings settings) => _desk.InAsync<AutomationSettingsStore>((store, scope, ct) => store.SaveAsync(scope, settings, ct));
}
