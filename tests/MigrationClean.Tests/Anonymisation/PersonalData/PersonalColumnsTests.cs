using MigrationClean.Anonymisation.PersonalData;
using MigrationClean.Tests.Checks;

namespace MigrationClean.Tests.Anonymisation.PersonalData;

public sealed class PersonalColumnsTests
{
    [Theory]
    [InlineData("телефоным 0790 123 456, чалсаңыздар болот", "phone")]
    [InlineData("мой номер +996 790 11 22 33", "phone")]
    [InlineData("Тел. 0790-45-12-30", "phone")]
    [InlineData("996790112233", "phone")]
    [InlineData("пишите на aigul.example@mail.example", "mail")]
    [InlineData("40.123456, 72.987654", "coordinates")]
    [InlineData("ПИН 11203199012345", "number")]
    [InlineData("вернулся 01.02.2023, ждём", "")]
    [InlineData("2023-11-16 09:00", "")]
    [InlineData("долг 1 500 000 сом", "")]
    [InlineData("зарплата 1,228,100", "")]
    [InlineData("дом 25, кв 3", "")]
    public void Personal_data_are_told_within_texts(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', PersonalContent.Kinds.Where(k => k.IsIn(text)).Select(k => k.Name)));

    [Fact]
    public void Columns_are_listed_once_a_kind_without_rows()
    {
        var file = CaseFile.Parse("""
            # columns

            ## survey
            | type     | name    | label            |
            | -------- | ------- | ---------------- |
            | text     | fio     | ФИО респондента  |
            | geopoint | gps     | Point            |
            | image    | photo   | Photo            |
            | text     | comment | Remark           |
            | text     | geology | Geology          |

            ## data
            | _uuid | fio           | gps                | photo | comment                          | geology |
            | ----- | ------------- | ------------------ | ----- | -------------------------------- | ------- |
            | a     | Асанов Ырыс   | 42.1 74.1 0 0      | 1.jpg | Мен Асановмун, 0790 11 22 33     | granite |
            | b     | Токтогул Уулу | 42.2 74.2 0 0      |       | 0790 11 22 34                    | granite |

            ## findings
            | row |
            | --- |
            """);
        var found = PersonalColumns.Find(CaseSurvey.Submissions(file), new()).Select(f => $"{f.MessageKey} {f.Location.Column} {f.Location.Row} {f.Arguments.FirstOrDefault(a => a.Name == "n").Value}".Trim());

        Assert.Equal(["PII-01/direct fio", "PII-01/geo gps", "PII-01/media photo", "PII-02/phone comment  2", "PII-02/name comment  1"], found);
    }
}
