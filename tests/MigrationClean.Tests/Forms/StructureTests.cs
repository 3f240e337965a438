using MigrationClean.Forms;

namespace MigrationClean.Tests.Forms;

/// <summary>Groups, repeats, loops, or_other and KoBo's own structures (xlsform §5, kobo-exports §3.8).</summary>
public class StructureTests
{
    private const string Choices = """
        list_name | name | label
        items | tent | Tent
        items | rope | Rope (m)
        yn | yes | Yes
        yn | no | No
        """;

    [Fact]
    public void Groups_and_repeats_make_paths()
    {
        var form = Sheets.Form("""
            type | name | label | relevant | repeat_count
            begin group | hh | Household | ${go} = 'yes' |
            begin_repeat | child | Child | | ${children}
            integer | age | Age | |
            end_repeat | | | |
            end group | | | |
            text | remark | | |
            """);

        Assert.Equal("hh group [Household]\nhh/child repeat [Child]\nhh/child/age Integer [Age]\nremark Text", Sheets.Print(form));
        var age = (Question)form.Find("hh/child/age")!;
        Assert.Equal("child", age.Repeat!.Name);
        Assert.True(age.IsConditional);
        Assert.Null(age.Relevant);
        Assert.Equal(new FormExpression("${children}", new("survey", 3, "repeat_count")), form.Repeats[0].RepeatCount);
        Assert.Equal(["hh", "child"], age.Ancestors.Select(g => g.Name));
    }

    [Fact]
    public void Or_other_adds_a_text_question_after_its_select()
    {
        var form = Sheets.Form("type | name | label\nbegin_group | g |\nselect_multiple yn or_other | why | Why?\nend_group | |", Choices);

        Assert.Equal("g group\ng/why SelectMultiple yn [Why?]\ng/why_other Text", Sheets.Print(form));
        Assert.Same(form.Questions[0], form.Questions[1].OtherOf);
        Assert.Equal("selected(${why}, 'other')", form.Questions[1].Relevant!.Text);
        Assert.False(form.Questions[0].Choices!.Contains("other"));
        Assert.True(form.Questions[0].HasOrOther);
    }

    [Fact]
    public void Matrix_is_written_out_by_item_and_column()
    {
        var form = Sheets.Form("""
            type | name | label | kobo--matrix_list | relevant | required
            begin_kobomatrix | stock | In stock | items | ${camp} != '' |
            select_one yn | have | Any? | | | true
            integer | qty | How many? | | ${have} = 'yes' |
            end_kobomatrix | | | | |
            """, Choices);

        Assert.Equal("""
            stock_header group
            stock_header/stock_header_note Note [**In stock**]
            stock_header/stock_header_have Note [**Any?**]
            stock_header/stock_header_qty Note [**How many?**]
            stock_tent group
            stock_tent/stock_tent_note Note [##### Tent]
            stock_tent/stock_tent_have SelectOne yn [<span style="display:none">tent-Any?</span>]
            stock_tent/stock_tent_qty Integer [<span style="display:none">tent-How many?</span>]
            stock_rope group
            stock_rope/stock_rope_note Note [##### Rope (m)]
            stock_rope/stock_rope_have SelectOne yn [<span style="display:none">rope-Any?</span>]
            stock_rope/stock_rope_qty Integer [<span style="display:none">rope-How many?</span>]
            """, Sheets.Print(form), ignoreLineEndingDifferences: true);
        Assert.Equal("${stock_rope_have} = 'yes'", form.Find("stock_rope/stock_rope_qty")!.Relevant!.Text);
        Assert.Equal("${camp} != ''", form.Find("stock_rope")!.Relevant!.Text);
        Assert.Equal("true()", ((Question)form.Find("stock_tent/stock_tent_have")!).Required!.Text);
    }

    [Fact]
    public void Rank_levels_are_required_and_differ()
    {
        var form = Sheets.Form("""
            type | name | label | kobo--rank-items | kobo--rank-constraint-message
            begin_rank | top | Top two | items | Choose another
            rank__level | first | 1st | |
            rank__level | second | 2nd | |
            end_rank | | | |
            """, Choices);

        Assert.Equal("top group\ntop/top Note [Top two]\ntop/first SelectOne items [1st]\ntop/second SelectOne items [2nd]", Sheets.Print(form));
        Assert.Equal([null, "${second} != ${first}"], form.Questions.Skip(1).Select(q => q.Constraint?.Text));
        Assert.Equal(["true()", "true()"], form.Questions.Skip(1).Select(q => q.Required?.Text));
        Assert.Equal("Choose another", form.Questions[2].ConstraintMessage.In(null));
    }

    [Fact]
    public void Score_rows_share_a_list_and_the_requirement()
    {
        var form = Sheets.Form("""
            type | name | label | kobo--score-choices | required
            begin score | sat | How satisfied? | yn | yes
            score__row | water | Water | |
            end score | | | |
            """, Choices);

        Assert.Equal("sat group\nsat/sat Note [How satisfied?]\nsat/water SelectOne yn [Water]", Sheets.Print(form));
        Assert.Equal("true()", form.Questions[1].Required!.Text);
    }

    [Fact]
    public void Loop_is_written_out_by_choice()
    {
        var form = Sheets.Form("""
            type | name | label
            begin loop over items | things |
            integer | n | How many %(label)s?
            text | %(name)s_why | Why?
            end loop | |
            """, Choices);

        Assert.Equal("""
            things group
            things/tent group [Tent]
            things/tent/n Integer [How many Tent?]
            things/tent/tent_why Text [Why?]
            things/rope group [Rope (m)]
            things/rope/n Integer [How many Rope (m)?]
            things/rope/rope_why Text [Why?]
            """, Sheets.Print(form), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Disabled_rows_and_rows_without_type_are_left_out() =>
        Assert.Equal("a Text\nd Text", Sheets.Print(Sheets.Form("type | name | disabled\ntext | a |\ntext | b | yes\n | c |\ntext | d | no")));

    [Fact]
    public void Notes_and_metadata_get_a_name_of_their_own() =>
        Assert.Equal(
            "generated_note_name_2 Note [Hello]\nstart Start\naudit Audit",
            Sheets.Print(Sheets.Form("type | label\nnote | Hello\nstart |\naudit |")));

    [Fact]
    public void Version_that_kobo_wrote_into_the_form_names_it_and_is_no_question()
    {
        var form = Sheets.Form("type | name | calculation\ntext | a |\ncalculate | __version__ | 'vAb12'", settings: "version\n7");

        Assert.Equal("a Text", Sheets.Print(form));
        Assert.Equal("7 vAb12", string.Join(' ', form.VersionIds));
    }
}
