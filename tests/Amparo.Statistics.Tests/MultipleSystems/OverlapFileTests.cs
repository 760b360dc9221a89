using Amparo.Statistics.MultipleSystems;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Statistics.Tests.MultipleSystems;

/// <summary>Files as people bring them, and what they are told when one is wrong.</summary>
public class OverlapFileTests
{
    [Theory]
    [InlineData("a,b,c,n\n1,0,0,5\n0,1,1,2\n")]
    [InlineData("\uFEFF\"a\";\"b\";\"c\";\"casos\"\r\n1;0;0;5\r\n0;1;1;2\r\n\r\n")]
    [InlineData("a\tb\tc\tseen\n1\t0\t0\t3\n0\t1\t1\t2\n1\t0\t0\t2\n0\t0\t0\t0")]
    [InlineData("a,b,c\n1,0,0\n0,1,1\n1,0,0\n1,0,0\n0,1,1\n1,0,0\n1,0,0\n")]
    public void The_same_table_in_several_dresses(string text)
    {
        var table = Read(text);
        table.Lists.ShouldBe(["a", "b", "c"]);
        table.Total.ShouldBe(7);
        (table.Counts[0b001], table.Counts[0b110]).ShouldBe((5, 2));
        table.Overlap(0b010).ShouldBe(2);
    }

    [Fact]
    public void Columns_are_chosen_by_name() =>
        Read("year,a,b,people\n2020,1,1,5\n2021,1,0,2\n2021,0,1,9\n", new(["b", "a"], "people")).Counts.ShouldBe([0, 9, 2, 5]);

    [Theory]
    [InlineData("", 1, "The file is empty. It begins with a line that names the lists.")]
    [InlineData("a,b,n\n1,0,3\n1,2,4\n", 3, "Line 3, column 2: b holds “2”")]
    [InlineData("a,b,n\n1,0,3\n1,4\n", 3, "Line 3: It has 2 columns, the header has 3.")]
    [InlineData("a,b,n\n1,0,-3\n", 2, "Line 2, column 3: n holds “-3”")]
    [InlineData("a,b,n\n0,0,12\n", 2, "Line 2: Cases on no list cannot have been seen.")]
    [InlineData("a,b,n\n1,\"0,12\n", 2, "Line 2: The quote at its character 3 is never closed.")]
    [InlineData("a,a,n\n1,0,12\n", 1, "Line 1: Two columns have the same name.")]
    [InlineData("a,n\n1,12\n", 1, "Line 1: It names 1 lists; there must be 2 to 12.")]
    [InlineData("a,b,n\n1,0,0\n", 0, "The file holds no case.")]
    public void A_bad_file_is_told_where_and_what_to_do(string text, int line, string message)
    {
        var fault = Should.Throw<TableFault>(() => Read(text));
        fault.Line.ShouldBe(line);
        fault.Message.ShouldContain(message);
    }

    [Fact]
    public void A_column_that_is_not_there_is_answered_with_those_that_are() =>
        Should.Throw<TableFault>(() => Read("a,b,n\n1,0,3\n", new(Count: "count"))).Message.ShouldBe("Line 1: There is no column count. There are: a, b, n.");

    private static OverlapTable Read(string text, OverlapLayout? layout = null) => OverlapFile.Read(new StringReader(text), layout ?? new());
}
