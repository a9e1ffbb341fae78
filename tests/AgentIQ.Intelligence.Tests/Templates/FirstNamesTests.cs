using AgentIQ.Intelligence.Templates;

namespace AgentIQ.Intelligence.Tests.Templates;

public sealed class FirstNamesTests
{
    [Theory]
    [InlineData("Ирина", "Ирина")]
    [InlineData("Марина К.", "Марина")]
    [InlineData("КОНСТАНТИН", "Константин")]
    [InlineData("Иванова Екатерина", "Екатерина")]
    [InlineData("петр", "Пётр")]
    [InlineData("Алёна", "Алёна")]
    [InlineData("Роман Светлана", "Светлана")]
    [InlineData("Анна", "Анна")]
    public void A_known_first_name_is_used(string shown, string name) => FirstNames.Find(shown).ShouldBe(name);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Покупатель 1")]
    [InlineData("К.")]
    [InlineData("Wildberries User")]
    [InlineData("Иванов")]
    public void Anything_else_is_no_name(string? shown) => FirstNames.Find(shown).ShouldBeNull();
}
