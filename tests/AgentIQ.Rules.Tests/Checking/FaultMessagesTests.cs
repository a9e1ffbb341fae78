using System.Text.RegularExpressions;
using AgentIQ.Rules.Checking.Wording;
using AgentIQ.Rules.Tests.Reading;

namespace AgentIQ.Rules.Tests.Checking;

/// <summary>What the reader says is said in Russian too.</summary>
public sealed partial class FaultMessagesTests
{
    [Theory]
    [InlineData("expected one of text, string, came \"enumeration\"; choose one of them", "Нужно: одно из: text, string. Стоит: \"enumeration\". Выберите одно из них.")]
    [InlineData("expected a list of 1 to 1000 values, came []; write [ ... ]; a longer list belongs into several rows", "Нужно: список от 1 до 1000 значений. Стоит: []. Запишите [ ... ]; длинный список разбейте на несколько строк.")]
    [InlineData("expected every row id once in a set, came a 2 times; rename one of them", "Нужно: каждое имя строки один раз в наборе. Стоит: a дважды. Переименуйте одно из них.")]
    [InlineData("expected a text, came nothing; say what the row decides", "Нужно: текст. Стоит: ничего. Запишите, что решает строка.")]
    [InlineData("the roof leaks", "Документ не читается: the roof leaks")]
    public void A_fault_is_translated(string english, string russian) => FaultMessages.Of(english).Ru.ShouldBe(russian);

    /// <summary>Every fault of a condition that the reader's own tests bring about.</summary>
    [Fact]
    public void Faults_of_conditions_are_translated() =>
        FaultTests.BrokenConditions.Select(row => row.Data.Item1).SelectMany(condition => TestSets.FaultsOf(TestSets.Document("first", TestSets.Row("r", condition, "{}"))))
            .Select(fault => FaultMessages.Of(fault.Message).Ru).Where(text => English().IsMatch(text)).ShouldBeEmpty();

    [GeneratedRegex(@"\b(expected|write|choose|came|the|with|must|should)\b")]
    private static partial Regex English();
}
