using AgentIQ.Intelligence.Intents;

namespace AgentIQ.Intelligence.Tests.Intents;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("Звоните +7 (912) 345-67-89, жду", null, "Звоните …, жду")]
    [InlineData("почта anna.l@mail.ru и карта 2200 1234 5678 9010!", null, "почта … и карта …!")]
    [InlineData("С уважением, анна лебедева", "Анна Лебедева", "С уважением, … …")]
    [InlineData("Аннушка довольна, а я нет", "Анна", "Аннушка довольна, а я нет")]
    [InlineData("Ян доволен", "Ян", "Ян доволен")]
    [InlineData("", "Анна", "")]
    public void What_says_who_wrote_is_hidden(string text, string? name, string expected) =>
        PersonalData.Hide(text, name).ShouldBe(expected);
}
