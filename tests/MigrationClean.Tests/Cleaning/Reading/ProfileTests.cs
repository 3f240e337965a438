using System.Text;
using MigrationClean.Cleaning.Log;
using MigrationClean.Cleaning.Reading;
using MigrationClean.Diagnostics;

namespace MigrationClean.Tests.Cleaning.Reading;

/// <summary>Logs of the tools in use, known by all their headers together.</summary>
public sealed class ProfileTests
{
    public static TheoryData<string, string, string> Logs => new()
    {
        {
            "migrationclean",
            "entry_id,uuid,table,row_path,question,old_value,new_value,change_type,issue\ne1,u1,child,2,child_age,90,9,change_response,old\ne2,u2,,,age,5,,,\n",
            "2 u1 child[2] child_age: ChangeResponse 90 → 9\n3 u2 age: Pending 5 → ∅"
        },
        { "migrationclean", "UUID,Question,Old Value,new.value,Change_Type\nuuid:u1,age,7,8,Change-Response\n", "2 u1 age: ChangeResponse 7 → 8" },
        {
            "impact-cleaningtools",
            "uuid,question,old_value,new_value,change_type,issue,check_id\nu1,age,999,NA,blank_response,too old,3\nu2,age,5,,no_action,x,3\nu3,,,,remove_survey,x,\nu4,sex,NA,male,change_response,x,\n",
            "2 u1 age: BlankResponse 999 → ∅\n3 u2 age: NoAction 5 → ∅\n4 u3 : RemoveSurvey ∅ → ∅\n5 u4 sex: ChangeResponse NA → male"
        },
        {
            "impact-follow-up",
            "uuid,loop_index,variable,old.value,new.value,invalid,explanation,issue,check.id\nu1,,age,200,20,,typing error,x,1\nu2,child_3,child_age,80,,TRUE,,x,1\nu3,,age,99,,,she is that old,x,1\nu4,,age,98,,,,x,1\n",
            "2 u1 age: ChangeResponse 200 → 20\n3 u2 <child_3> child_age: BlankResponse 80 → ∅\n4 u3 age: NoAction 99 → ∅\n5 u4 age: Pending 98 → ∅"
        },
        {
            "supporter",
            "uuid,type,name,current_value,value,issue_id,issue,reviewed,adjust_log\nu1,change_response,age,200,20,i1,x,1,\nu2,change_response,age,300,30,i1,x,1,delete_log\nu3,change_response,age,400,40,i1,x,,apply_suggested_change\nu4,remove_survey,age,5,,i1,x,,\n",
            "2 u1 age: ChangeResponse 200 → 20\n4 u3 age: ChangeResponse 400 → 40\n5 u4 age: Pending 5 → ∅"
        },
        {
            "impactr-en",
            "id_check,uuid,question_name,old_value,new_value,action,other_parent_question,other_old_value,other_new_value\n1,u1,work_other,selling,,blank,work,other,trade\n2,u2,age,5,6,modify,,,\n3,u3,age,5,,keep,,,\n",
            "2 u1 work_other: BlankResponse selling → ∅\n2 u1 work: ChangeResponse other → trade\n3 u2 age: ChangeResponse 5 → 6\n4 u3 age: NoAction 5 → ∅"
        },
        {
            "impactr-fr",
            "id_check,uuid,nom_question,ancienne_valeur,nouvelle_valeur,action,explication\n1,u1,age,5,6,Modifier,faute\n2,u2,age,5,,Vérifier,\n3,u3,,,,supprimer l’enquête,\n",
            "2 u1 age: ChangeResponse 5 → 6\n3 u2 age: Pending 5 → ∅\n4 u3 : RemoveSurvey ∅ → ∅"
        },
        {
            "reach-burkina-faso",
            "uuid,question.name,ancienne.valeur,nouvelle.valeur,parent.other.question,probleme,action\nu1,age,5,6,,x,changer la réponse\n",
            "2 u1 age: ChangeResponse 5 → 6"
        },
        {
            "ipacheck",
            "key,variable,value,newvalue,action,notes\nuuid:u1,age,5,6,replace,n\nuuid:u2,age,5,,okay,n\nuuid:u3,,,,drop,n\n",
            "2 u1 age: ChangeResponse 5 → 6\n3 u2 age: NoAction 5 → ∅\n4 u3 : RemoveSurvey ∅ → ∅"
        },
        { "iecorrect", "idvar,varname,valuecurrent,value,initials\nu1,age,5,6,AB\n", "2 u1 age: ChangeResponse 5 → 6" },
        {
            "reach-ukraine",
            "uuid,loop_index,variable,old.value,new.value,issue\nu1,,age,5,6,x\nu2,loop1_23,child_age,80,NA,x\nu3,,age,7,,x\n",
            "2 u1 age: ChangeResponse 5 → 6\n3 u2 <loop1_23> child_age: BlankResponse 80 → ∅\n4 u3 age: Pending 7 → ∅"
        },
    };

    [Theory, MemberData(nameof(Logs))]
    public void Log_of_a_known_tool_is_read_as_it_is(string profile, string text, string entries)
    {
        var log = MadeLog.Csv(text);

        Assert.Equal((profile, entries), (log.Profile, log.Print()));
        Assert.DoesNotContain(log.Findings, f => f.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("uuid;question;ancienne valeur;nouvelle valeur;type de changement\nu1;age;5;6;corriger\n")]
    [InlineData("uuid;вопрос;старое значение;новое значение;тип изменения\nu1;age;5;6;исправить\n")]
    [InlineData("uuid;pregunta;valor anterior;valor nuevo;tipo de cambio\nu1;age;5;6;modificar\n")]
    [InlineData("uuid\tсуроо\tэски маани\tжаңы маани\tөзгөртүү түрү\nu1\tage\t5\t6\tоңдоо\n")]
    public void Headers_and_words_of_other_languages_are_read(string text) => Assert.Equal("2 u1 age: ChangeResponse 5 → 6", MadeLog.Csv(text).Print());

    [Fact]
    public void A_deleted_column_refuses_the_log_and_is_named()
    {
        var log = MadeLog.Csv("uuid,question,new_value,change_type\nu1,age,6,change\n");

        Assert.Equal("", log.Profile.Replace("migrationclean", "", StringComparison.Ordinal));
        Assert.StartsWith("1 - | LOGF-14 Error | the headers fit no known log; what is missing: migrationclean: old_value; impact-cleaningtools: old_value, issue;", log.Findings(), StringComparison.Ordinal);
        Assert.Empty(log.Entries);
    }

    [Fact]
    public void Old_values_may_be_missing_on_purpose()
    {
        var log = MadeLog.Csv("uuid,question,new_value,change_type\nu1,age,6,change\n", new() { NoOldValues = true });

        Assert.Equal("2 u1 age: ChangeResponse ? → 6", log.Print());
        Assert.Empty(log.Findings);
    }

    [Fact]
    public void Headers_of_two_kinds_are_refused_until_one_is_named()
    {
        const string Text = "uuid,variable,old.value,new.value,issue,loop_index,value,action\nu1,age,5,6,x,,5,replace\n";

        Assert.Equal("1 - | LOGF-14 Error | the headers fit several kinds of logs: ipacheck, reach-ukraine", MadeLog.Csv(Text).Findings().Split('\n')[0]);
        var settled = MadeLog.Csv(Text, new() { Profile = "reach-ukraine" });
        Assert.Equal(("reach-ukraine", "2 u1 age: ChangeResponse 5 → 6"), (settled.Profile, settled.Print()));
    }

    [Fact]
    public void A_named_kind_that_does_not_fit_or_does_not_exist_is_refused()
    {
        const string Text = "uuid,question,old_value,new_value,change_type\nu1,age,5,6,change\n";

        Assert.Equal("1 - | LOGF-14 Error | the log lacks columns of the profile that was named: impact-cleaningtools: issue", MadeLog.Csv(Text, new() { Profile = "impact" }).Findings());
        Assert.Equal("- | LOGF-14 Error | there is no kind of log called `excel`", MadeLog.Csv(Text, new() { Profile = "excel" }).Findings());
    }

    [Fact]
    public void Unknown_words_are_refused_line_by_line_with_the_column_as_the_log_has_it()
    {
        var log = MadeLog.Csv("uuid,question,old value,new value,Change Type\nu1,age,5,6,chage_response\nu2,age,5,6,schön\nu3,age,5,6,\nu4,age,5,,verify\n");

        Assert.Equal(
            """
            2 Change Type | LOGF-05 Error | chage_response is not a kind of change; did you mean `change_response`?
            3 Change Type | LOGF-05 Error | schön is not a kind of change
            4 Change Type | LOGF-05 Error | a new value is given, but `change_type` does not say that it is to be taken
            """.ReplaceLineEndings("\n"),
            log.Findings());
    }

    [Fact]
    public void Unknown_columns_are_named_with_the_nearest_known()
    {
        var log = MadeLog.Csv("uuid,question,old_value,new_value,change_type,explanaton,team\nu1,age,5,6,change,x,T1\n");

        Assert.Equal(
            """
            1 explanaton | LOGF-14 Notice | the column `explanaton` is not known and has no effect; did you mean `explanation`?
            1 team | LOGF-14 Notice | the column `team` is not known; it is kept and has no effect
            """.ReplaceLineEndings("\n"),
            log.Findings());
    }

    [Fact]
    public void A_log_saved_by_a_russian_spreadsheet_is_read_with_a_warning_about_its_encoding()
    {
        TextEncodings.Register();
        var log = MadeLog.Csv("uuid;question;old_value;new_value;change_type;пояснение\r\nu1;wage;7,25;3,5;исправить;ошибка ввода\r\nu1;need/food;0;ИСТИНА;исправить;\r\n", encoding: Encoding.GetEncoding("windows-1251"));

        Assert.Equal("2 u1 wage: ChangeResponse 7.25 → 3.5\n3 u1 need/food: ChangeResponse 0 → 1", log.Print());
        Assert.Equal("ошибка ввода", log.Entries[0].Explanation);
        Assert.Equal(["FILE-06", "LOGF-08"], log.Findings.Select(f => f.Check.Code));
        Assert.DoesNotContain(log.Findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public void An_apostrophe_guard_is_undone_only_in_our_own_logs()
    {
        Assert.Equal("2 u1 phone: ChangeResponse =1+1 → +996", MadeLog.Csv("entry_id,uuid,question,old_value,new_value,change_type\ne,u1,phone,'=1+1,'+996,change\n").Print());
        Assert.Equal("2 u1 phone: ChangeResponse '=1+1 → '+996", MadeLog.Csv("uuid,question,old_value,new_value,change_type\nu1,phone,'=1+1,'+996,change\n").Print());
    }

    [Fact]
    public void All_profiles_can_be_named() => Assert.All(LogReader.Profiles, name => Assert.NotNull(LogProfiles.Find(name)));

    private static class TextEncodings
    {
        public static void Register() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
    }
}
