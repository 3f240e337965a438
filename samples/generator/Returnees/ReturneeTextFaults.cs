using System.Text;
using MigrationClean.Samples.Faults;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Returnees;

/// <summary>Other/specify, spelling, foreign text, and personal data in free text: OTH, TXT and PII.</summary>
internal sealed class ReturneeTextFaults(ReturneeSurvey survey, FaultList faults)
{
    public void Plant()
    {
        Others();
        Spelling();
        Personal();
    }

    private void Others()
    {
        Change("OTH-01;FORM-01", "needs_support_other", "тепловоз", "text without the choice other", i => i["needs_support"] == "credit");
        Change("OTH-01;FORM-01", "sector_abroad_other", "такси", "text without the choice other", i => i["sector_abroad"] == "transport");
        Change("OTH-02", "needs_support_other", "", "choice other without text", i => i["needs_support_other"].Length > 0);
        Change("OTH-02", "sector_abroad_other", "", "choice other without text", i => i["sector_abroad_other"].Length > 0);
        Change("OTH-02;FORM-02", "remig_why_spec", "", "choice other without text", i => i["remig_why_spec"].Length > 0);
        Change("OTH-03", "sector_now_spec", "курулуш", "text that is a choice", i => i["sector_now_spec"].Length > 0);
        Change("OTH-03", "hard_main_spec", "Рост цен", "text that is a choice", i => i["hard_main_spec"].Length > 0);
        Change("OTH-03", "ret_reason_spec", "own health", "text that is a choice", i => i["ret_reason_spec"].Length > 0);
    }

    private void Spelling()
    {
        Remark("TXT-01", "blanks around", text => $"  {text} ");
        Remark("TXT-01", "doubled blank", text => text.Replace(", ", ",  ", StringComparison.Ordinal));
        Remark("TXT-01", "no-break space", text => text.Replace(", ", ",\u00A0", StringComparison.Ordinal));
        Remark("TXT-01", "Latin letters in Cyrillic words", text => text.Replace('а', 'a').Replace('о', 'o'));
        Remark("TXT-03", "mojibake", Mojibake);
        Remark("TXT-03", "mojibake", Mojibake);
        Remark("TXT-02", "not in a working language", _ => "Maosh kam, bolalar uchun ishlayapmiz");
        Remark("TXT-04", "keyboard noise", _ => "фывапр");
        Remark("TXT-04", "too short", _ => "д");
        Remark("TXT-05", "begins like a formula", text => "-" + text);
        Remark("TXT-05", "begins like a formula", text => "+" + text);

        // Longer than a cell of a spreadsheet can hold: whole in export.csv, cut in export.xlsx.
        foreach (var sentence in (string[])["Айылда жумуш орду аз, айлык акы баага жетпейт. ", "Дома мало работы, зарплаты не хватает. "])
        {
            var interview = faults.Take(survey.True, i => i["comment"].Length == 0);
            interview["comment"] = string.Concat(Enumerable.Repeat(sentence, 33500 / sentence.Length)) + "Рахмат.";
            faults.Note(
                "ID-08", interview, "comment", "cut by the spreadsheet", "", "", "in export.xlsx only; the whole text is in export.csv");
        }
    }

    private void Personal()
    {
        Add("телефоным 0790 123 456, чалсаңыздар болот", "telephone number in free text");
        Add("пишите на aigul.example@mail.example", "e-mail address in free text");
        Add("мой номер +996 790 11 22 33", "telephone number in free text");
        var interview = faults.Take(survey.True, i => i["comment"].Length == 0);
        faults.Plant(
            "PII-02", interview, "comment", "name of the respondent in free text", $"Мен {interview["resp_name"]}, кайра чалыңыздар");

        void Add(string planted, string kind) =>
            faults.Plant("PII-02", faults.Take(survey.True, i => i["comment"].Length == 0), "comment", kind, planted);
    }

    private void Remark(string code, string kind, Func<string, string> planted)
    {
        var interview = faults.Take(survey.True, i => i["comment"].Contains(", ", StringComparison.Ordinal) && i["comment"].Length < 200);
        faults.Plant(code, interview, "comment", kind, planted(interview["comment"]));
    }

    private void Change(string code, string question, string planted, string kind, Func<Interview, bool> fits) =>
        faults.Plant(code, faults.Take(survey.True, fits), question, kind, planted);

    private static string Mojibake(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
