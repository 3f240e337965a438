using MigrationClean.Checks;
using MigrationClean.Checks.Settings;
using MigrationClean.Forms;
using MigrationClean.Ingest;

namespace MigrationClean.Tests.Checks;

/// <summary>What choices and numbers stand for, by words in three languages, by the form and by the settings.</summary>
public sealed class SpecialCodeTests
{
    [Theory]
    [InlineData("dk", "Not clear", SpecialCode.DontKnow)]
    [InlineData("98", "Не знаю", SpecialCode.DontKnow)]
    [InlineData("98", "98 som", SpecialCode.None)]
    [InlineData("3", "Билбейм", SpecialCode.DontKnow)]
    [InlineData("4", "Не знаю языка", SpecialCode.None)]
    [InlineData("5", "Отказ от ответа", SpecialCode.Refused)]
    [InlineData("6", "Жооп берүүдөн баш тартты", SpecialCode.Refused)]
    [InlineData("refused", "Was refused entry", SpecialCode.None)]
    [InlineData("refused", "", SpecialCode.Refused)]
    [InlineData("7", "Башка (тактаңыз)", SpecialCode.Other)]
    [InlineData("8", "Другое: укажите", SpecialCode.Other)]
    [InlineData("9", "Other relatives", SpecialCode.None)]
    [InlineData("10", "Не применимо", SpecialCode.NotApplicable)]
    [InlineData("11", "Don't know / refused", SpecialCode.DontKnow)]
    public void A_choice_stands_for_what_its_name_or_its_whole_label_says(string name, string label, object kind) =>
        Assert.Equal(kind, SpecialCodes.Of(Question("select_one a", "Question", "", (name, label)), new()).OfChoice(name));

    [Theory]
    [InlineData("Age (99 = don't know)", 99, SpecialCode.DontKnow)]
    [InlineData("Age from 0 to 99", 99, SpecialCode.None)]
    [InlineData("Возраст. Если не знает, 98; отказ - 99", 99, SpecialCode.Refused)]
    [InlineData("Возраст. Если не знает, 98; отказ - 99", 98, SpecialCode.DontKnow)]
    [InlineData("Жашы (-88 – билбейт)", -88, SpecialCode.DontKnow)]
    public void A_number_is_declared_by_the_words_beside_it(string label, double number, object kind) =>
        Assert.Equal(kind, SpecialCodes.Of(Question("integer", label, ""), new()).DeclaredAs(number));

    [Fact]
    public void Settings_replace_the_usual_names_and_add_numbers()
    {
        var settings = new CheckSettings { Codes = new() { DontKnow = ["unsure", "-7"] } };
        var choices = SpecialCodes.Of(Question("select_one a", "Q", "", ("unsure", "Perhaps"), ("dk", "Dunkirk"), ("x", "Don't know")), settings);
        var numbers = SpecialCodes.Of(Question("integer", "Age", ""), settings);

        Assert.Equal([SpecialCode.DontKnow, SpecialCode.None, SpecialCode.DontKnow], new[] { "unsure", "dk", "x" }.Select(choices.OfChoice));
        Assert.Equal([SpecialCode.DontKnow, SpecialCode.Reserved, SpecialCode.None], new double[] { -7, 99, 98 }.Select(numbers.OfNumber));
    }

    [Fact]
    public void The_form_says_what_stands_for_dont_know_in_one_question()
    {
        var choices = SpecialCodes.Of(Question("select_one a", "Q", "y", ("y", "Yes"), ("dk", "Don't know")), new());
        var numbers = SpecialCodes.Of(Question("integer", "Age", "55, 66"), new());

        Assert.Equal([SpecialCode.DontKnow, SpecialCode.None], new[] { "y", "dk" }.Select(choices.OfChoice));
        Assert.True(numbers.DeclaredAs(66) == SpecialCode.DontKnow && numbers.Offers(SpecialCode.DontKnow) && !numbers.Offers(SpecialCode.Refused));
    }

    private static Question Question(string type, string label, string codes, params (string Name, string Label)[] choices) => FormReader.Read("form.xlsx",
    [
        new Grid("form.xlsx", "survey", ["type", "name", "label", "dk_codes"], [new GridRow(2, [type, "q", label, codes])]),
        new Grid("form.xlsx", "choices", ["list_name", "name", "label"], [.. choices.Select((c, i) => new GridRow(i + 2, ["a", c.Name, c.Label]))]),
    ]).Questions.Single();
}
