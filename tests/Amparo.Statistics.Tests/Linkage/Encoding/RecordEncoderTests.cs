using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Encoding;

namespace Amparo.Statistics.Tests.Linkage.Encoding;

/// <summary>What an encoding holds, and what it does not.</summary>
public class RecordEncoderTests
{
    private const string Maria = "a1,María Elena,Quispe,de la Cruz,1990-03-08,,F,12345678,999111222,Huaral,llamó de noche";

    [Fact]
    public void The_same_key_gives_the_same_encoding_and_another_key_another()
    {
        Cells(Maria).ShouldBe(Cells(Maria));
        var other = RecordEncoder.Encode(Encoded.Clear(Maria), Encoded.KeyOf(2), new());
        other.Key.ShouldNotBe(Encoded.Key.Name);
        foreach (var (one, two) in Cells(Maria).Zip(other.Records.Rows[0]).Skip(1).Where(both => both.First.Length > 0))
            two.ShouldNotBe(one);
    }

    [Fact]
    public void Nothing_of_a_record_is_there_but_what_it_is_called_and_what_is_missing()
    {
        var table = RecordEncoder.Encode(Encoded.Clear(Maria), Encoded.Key, new()).Records;
        table.Rows[0][0].ShouldBe("a1");
        table.Rows[0].Skip(1).Where(cell => cell.Length > 0).ShouldAllBe(cell => Convert.FromBase64String(cell).Length == 32);
        table.Columns.ShouldNotContain("notas");
        table.Columns.Zip(table.Rows[0]).Where(both => both.Second.Length == 0).Select(both => both.First).ShouldBe(["given name 3", "year of birth"]);
    }

    [Theory]
    [InlineData("Maria ELENA,QUISPE,De La Cruz,08/03/1990,,f,1234-5678,999 111 222,huaral")]
    [InlineData("Ma. Elena,Quispe de la Cruz,,19900308,,F,12345678,999111222,Huaral")]
    public void Who_writes_it_differently_encodes_the_same(string rest) => Cells($"a1,{rest},").ShouldBe(Cells(Maria));

    [Fact]
    public void A_slip_leaves_most_bits_and_another_name_few()
    {
        Likeness("Quispe", "Quispw").ShouldBeInRange(0.5, 0.9);
        Likeness("Quispe", "Kispe").ShouldBeInRange(0.6, 0.99);
        Likeness("Quispe", "Mamani").ShouldBeLessThan(0.15);
        Likeness("Quispe", "Quispe").ShouldBe(1);

        static double Likeness(string one, string other) => Filter($"a,Ana,{one},,,,,,,,", "surname").Dice(Filter($"a,Ana,{other},,,,,,,,", "surname"));
    }

    [Fact]
    public void An_age_is_the_year_that_dates_beside_it_imply()
    {
        var table = RecordEncoder.Encode(Encoded.Clear("a,Ana,Ruiz,Paz,1990-03-08,,,,,,", "b,Ana,Ruiz,Paz,,36,,,,,", "c,Ana,Ruiz,Paz,,31,,,,,"), Encoded.Key, new()).Records;
        var (date, year) = (table.Columns.ToList().IndexOf("date of birth"), table.Columns.ToList().IndexOf("year of birth"));
        BloomFilter.Parse(table.Rows[0][date]).Overlap(BloomFilter.Parse(table.Rows[1][year])).ShouldBe(1, 0.15);
        BloomFilter.Parse(table.Rows[0][date]).Overlap(BloomFilter.Parse(table.Rows[2][year])).ShouldBeLessThan(0.3);
    }

    [Fact]
    public void Where_no_date_tells_the_year_of_ages_it_may_be_said()
    {
        var clear = Encoded.Clear("a,Ana,Ruiz,Paz,,36,,,,,");
        YearOf(RecordEncoder.Encode(clear, Encoded.Key, new())).ShouldBe("");
        YearOf(RecordEncoder.Encode(clear, Encoded.Key, new(), yearOfAges: 2026)).ShouldBe(YearOf(RecordEncoder.Encode(Encoded.Clear("a,Ana,Ruiz,Paz,1990,,,,,,"), Encoded.Key, new())));

        static string YearOf(EncodedTable table) => table.Records.Rows[0][table.Records.Columns.ToList().IndexOf("year of birth")];
    }

    [Fact]
    public void Salted_by_birth_year_the_same_name_is_another_in_another_year_but_a_document_is_not()
    {
        var salted = new EncodingOptions(Salt: EncodingSalt.BirthYear);
        var (one, other, same) = (Cells(Maria, salted), Cells(Maria.Replace("1990", "1991", StringComparison.Ordinal), salted), Cells(Maria.Replace("-08", "-09", StringComparison.Ordinal), salted));
        var columns = RecordEncoder.Encode(Encoded.Clear(Maria), Encoded.Key, salted).Records.Columns.ToList();
        foreach (var name in new[] { "given name 1", "surname", "distrito", "sex" })
        {
            other[columns.IndexOf(name)].ShouldNotBe(one[columns.IndexOf(name)]);
            same[columns.IndexOf(name)].ShouldBe(one[columns.IndexOf(name)]);
        }

        other[columns.IndexOf("document")].ShouldBe(one[columns.IndexOf("document")]);
    }

    [Fact]
    public void A_whole_record_is_one_encoding_of_1024_bits()
    {
        var row = Cells(Maria, new(EncodingKind.Record));
        row.Length.ShouldBe(2);
        Convert.FromBase64String(row[1]).Length.ShouldBe(128);
        BloomFilter.Parse(row[1]).Dice(BloomFilter.Parse(Cells(Maria.Replace("Quispe", "Kispe", StringComparison.Ordinal), new(EncodingKind.Record))[1])).ShouldBeInRange(0.85, 0.999);
    }

    [Theory]
    [InlineData(""), InlineData("secret"), InlineData("c2hvcnQ="), InlineData("not base 64 at all, but long enough to be a key of 32 bytes or more")]
    public void What_is_no_key_is_refused(string text) => Should.Throw<FormatException>(() => EncodingKey.Parse(text)).Message.ShouldContain("amparo key new");

    private static string[] Cells(string line, EncodingOptions? options = null) => RecordEncoder.Encode(Encoded.Clear(line), Encoded.Key, options ?? new()).Records.Rows[0];

    private static BloomFilter Filter(string line, string column)
    {
        var table = RecordEncoder.Encode(Encoded.Clear(line), Encoded.Key, new()).Records;
        return BloomFilter.Parse(table.Rows[0][table.Columns.ToList().IndexOf(column)]);
    }
}
