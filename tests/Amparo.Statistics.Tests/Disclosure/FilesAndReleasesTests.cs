using Amparo.Statistics.Disclosure;
using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.Disclosure.Releases;
using Amparo.Statistics.Disclosure.Suppressing;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Statistics.Tests.Disclosure;

/// <summary>Counts as people bring them, and what releases give away beside each other.</summary>
public class FilesAndReleasesTests
{
    private const string Counts = "region,district,sex,n\nN,1,f,20\nN,1,m,30\nN,2,f,2\nN,2,m,40\nS,1,f,25\nS,1,m,35\n";
    private static readonly CountLayout Nested = new(Nested: [["region", "district"]]);

    [Fact]
    public void Sums_and_groups_are_made_from_the_counts()
    {
        var table = Read(Counts, Nested);
        var figures = table.Figures([[0, 1]]);
        figures.Count.ShouldBe((3 + 2 + 1) * 3);
        figures.Single(figure => figure.ToString() == "N, *, f").Count.ShouldBe(22);
        figures.Single(figure => figure.ToString() == "*, *, *").Count.ShouldBe(152);
    }

    [Fact]
    public void A_line_for_each_person_is_counted() =>
        Read("sex,age\nf,1\nf,2\nm,1\nf,1\n", new()).Figures([[0, 1]]).Single(figure => figure.ToString() == "f, 1").Count.ShouldBe(2);

    [Theory]
    [InlineData("", 1, "The file is empty.")]
    [InlineData("a,n\nx,1\ny\n", 3, "Line 3: It has 1 columns")]
    [InlineData("a,n\nx,1.5\n", 2, "Line 2, column 2: n holds “1.5”")]
    [InlineData("a,n\n*,1\n", 2, "Line 2, column 1: a holds “*”")]
    [InlineData("a,n\n", 0, "no line but its header")]
    [InlineData("n\n1\n", 1, "Line 1: Beside the count there must be a column")]
    public void A_bad_file_is_told_where(string text, int line, string message)
    {
        var fault = Should.Throw<TableFault>(() => Read(text, new()));
        fault.Line.ShouldBe(line);
        fault.Message.ShouldContain(message);
    }

    [Fact]
    public void What_is_written_is_read_back_and_is_safe_alone()
    {
        var table = Read(Counts, Nested);
        var written = ReleaseFile.Write(table, Suppressor.Run(table, table.Figures([[0, 1]]), new(new(5)), CancellationToken.None));
        written.ShouldContain("N,2,f,x");
        var release = ReleaseFile.Read("one", new StringReader(written), table);
        release.Gaps.Count.ShouldBeGreaterThanOrEqualTo(4);
        Differencing.Check(table, [release], new(5), CancellationToken.None).ShouldBeEmpty();
    }

    [Fact]
    public void All_people_and_all_but_one_district_give_that_district_away()
    {
        var table = Read("district,sex,n\nA,f,20\nA,m,30\nB,f,25\nB,m,41\nC,f,3\nC,m,40\n", new());
        var (all, most) = (Release(table, "*,f,48\n*,m,111\n"), Release(table, "!C,f,45\n!C,m,71\n"));
        Differencing.Check(table, [all], new(5), CancellationToken.None).ShouldBeEmpty();
        Differencing.Check(table, [most], new(5), CancellationToken.None).ShouldBeEmpty();
        var exposed = Differencing.Check(table, [all, most], new(5), CancellationToken.None).ShouldHaveSingleItem();
        exposed.Figure.ToString().ShouldBe("C, f");
        exposed.Derivable.ShouldBe(new Derivable(3, 3));
        exposed.PrintedBy.ShouldBeNull();
    }

    [Fact]
    public void Months_that_add_up_give_the_last_month_away()
    {
        var table = Read("month,place,n\n1,A,20\n1,B,30\n2,A,25\n2,B,31\n3,A,9\n3,B,1\n", new());
        var (before, now) = (Release(table, "1|2,A,45\n1|2,B,61\n"), Release(table, "1|2|3,A,54\n1|2|3,B,62\n"));
        Differencing.Check(table, [before], new(5), CancellationToken.None).ShouldBeEmpty();
        Differencing.Check(table, [before, now], new(5), CancellationToken.None).Select(one => one.Figure.ToString()).ShouldBe(["3, B"]);
    }

    [Fact]
    public void A_small_count_that_is_printed_is_named_with_its_release()
    {
        var table = Read("district,n\nA,20\nB,3\n", new());
        Differencing.Check(table, [Release(table, "A,20\nB,3\n")], new(5), CancellationToken.None).ShouldHaveSingleItem().PrintedBy.ShouldBe("release");
    }

    [Theory]
    [InlineData("A,21\n", "Line 2, column 2: A is published as 21, the counts say 20.")]
    [InlineData("Z,21\n", "Line 2: Nobody is counted under district = Z.")]
    [InlineData("A,few\n", "Line 2, column 2: “few” is neither a number nor x.")]
    public void A_release_that_does_not_fit_the_counts_is_told_where(string lines, string message) =>
        Should.Throw<TableFault>(() => Release(Read("district,n\nA,20\nB,3\n", new()), lines)).Message.ShouldContain(message);

    private static CountTable Read(string text, CountLayout layout) => CountFile.Read(new StringReader(text), layout);

    private static Release Release(CountTable table, string lines) => ReleaseFile.Read("release",
        new StringReader($"{string.Join(',', table.Dimensions.SelectMany(dimension => dimension.Columns))},published\n{lines}"), table);
}
