using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Statistics.Tests.Disclosure.Synthesis;

/// <summary>Codebooks and records in files.</summary>
public class SynthesisFilesTests
{
    [Fact]
    public void Records_come_back_as_they_were_written()
    {
        var codebook = CodebookFile.Read(new StringReader("column,value\nplace,\"Lima, Callao\"\nplace,\nsex,f\nsex,m\n"));
        codebook.Names.ShouldBe(["place", "sex"]);
        codebook.Values[0].ShouldBe(["Lima, Callao", ""]);
        const string Text = "place,sex\n\"Lima, Callao\",f\n,m\n";
        var records = RecordsFile.Read(SheetFile.Read(new StringReader(Text)), codebook);
        records.Margin(0, 1).ShouldBe([1, 0, 0, 1]);
        RecordsFile.Write(records).ShouldBe(Text);
    }

    [Fact]
    public void Columns_outside_of_the_codebook_are_left_out_and_occurring_values_make_one()
    {
        var sheet = SheetFile.Read(new StringReader("name,place,sex\nAna,N,f\nEva,S,f\n"));
        var codebook = CodebookFile.Read(new StringReader("column,value\nsex,f\nplace,N\nplace,S\nplace,W\n"));
        RecordsFile.Write(RecordsFile.Read(sheet, codebook)).ShouldBe("sex,place\nf,N\nf,S\n");
        CodebookFile.Occurring(sheet).Values.Select(values => values.Count).ShouldBe([2, 2, 1]);
    }

    [Theory]
    [InlineData("column,value\na,1\na,1\nb,1\n", "Line 3, column 2: a has the value “1” already")]
    [InlineData("column,value\n,1\n", "Line 2, column 1: Say of which column")]
    [InlineData("column,value\na,1\n", "There are 1 columns; there may be 2 to 60")]
    [InlineData("name,value\na,1\n", "There is no column column")]
    public void A_wrong_codebook_is_refused_with_line_and_column(string text, string says) =>
        Should.Throw<TableFault>(() => CodebookFile.Read(new StringReader(text))).Message.ShouldContain(says);

    [Fact]
    public void A_value_that_the_codebook_does_not_know_is_named_with_its_place()
    {
        var codebook = CodebookFile.Read(new StringReader("column,value\na,1\nb,1\n"));
        Should.Throw<TableFault>(() => RecordsFile.Read(SheetFile.Read(new StringReader("b,a\n1,1\n1,2\n")), codebook)).Message
            .ShouldStartWith("Line 3, column 2: a holds “2”, which the codebook does not know.");
    }
}
