using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Encoding;
using Amparo.Statistics.Linkage.Files;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Statistics.Tests.Linkage.Encoding;

/// <summary>Encodings as files, and what is said of one that is cut off.</summary>
public class EncodedFileTests
{
    private static readonly RecordTable Clear = Encoded.Clear("a,Ana,Ruiz,Paz,1990-03-08,,F,12345678,,Lima,", "\"b\",Luis José,Flores,,,30,M,,,,");

    [Theory]
    [InlineData(EncodingKind.Fields, EncodingSalt.None), InlineData(EncodingKind.Record, EncodingSalt.BirthYear)]
    public void What_is_written_is_read_again(EncodingKind kind, EncodingSalt salt)
    {
        var table = RecordEncoder.Encode(Clear, Encoded.Key, new(kind, salt));
        var read = EncodedFile.Read(new StringReader(Written(table)));
        (read.Options, read.Key).ShouldBe((table.Options, table.Key));
        read.Records.Columns.ShouldBe(table.Records.Columns);
        read.Records.Roles.ShouldBe(table.Records.Roles);
        read.Records.Rows.ShouldBe(table.Records.Rows);
    }

    [Fact]
    public void No_word_of_a_record_can_be_read_in_the_file()
    {
        var written = Written(RecordEncoder.Encode(Encoded.Clear("a,Clodomira,Yupanqui,Chumbivilca,1990-03-08,,F,12345678,,Huarochiri,secreto"), Encoded.Key, new()));
        foreach (var word in new[] { "clodomira", "yupanqui", "chumbivilca", "1990", "12345678", "huarochiri", "secreto" })
            written.ShouldNotContain(word, Case.Insensitive);
    }

    [Theory]
    [InlineData("", 1, 0, "this is no file of encodings")]
    [InlineData("nombres,apellido\nAna,Ruiz\n", 1, 0, "this is no file of encodings")]
    [InlineData("amparo-encoding 1,7,None,k\nId=record,Surname=surname\na,\n", 1, 0, "this is no file of encodings")]
    [InlineData("amparo-encoding 1,Fields,None,k\nId=record\na\n", 2, 0, "no column of encodings")]
    [InlineData("amparo-encoding 1,Fields,None,k\nId=record,surname\na,\n", 2, 2, "“surname” is no column of encodings")]
    [InlineData("amparo-encoding 1,Fields,None,k\nId=record,Surname=surname\n", 0, 0, "The file holds no record.")]
    [InlineData("amparo-encoding 1,Fields,None,k\nId=record,Surname=surname\na,\nb\n", 4, 0, "It has 1 columns, the header has 2.")]
    [InlineData("amparo-encoding 1,Fields,None,k\nId=record,Surname=surname\na,QUJD\n", 3, 2, "It is no encoding of 256 bits in base64.")]
    [InlineData("amparo-encoding 1,Record,None,k\nId=record,None=whole record\na,Quispe\n", 3, 2, "It is no encoding of 1024 bits in base64.")]
    public void A_bad_file_is_told_where_and_what_to_do(string text, int line, int column, string message)
    {
        var fault = Should.Throw<TableFault>(() => EncodedFile.Read(new StringReader(text)));
        (fault.Line, fault.Column).ShouldBe((line, column));
        fault.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("record,person\na,1\nb,1\na,2\n", "Line 4, column 1: a stood before.")]
    [InlineData("record,person\na,1\n", "It does not say who b is.")]
    [InlineData("record,who\na,1\n", "There is no column person.")]
    public void A_truth_that_is_none_is_told_what_it_lacks(string text, string message) =>
        Should.Throw<TableFault>(() => TruthFile.Read(new StringReader(text), ["a", "b"])).Message.ShouldContain(message);

    [Fact]
    public void How_right_groups_are_is_counted_in_pairs()
    {
        string[] persons = ["x", "x", "x", "y", "y"];
        LinkageQuality.OfGroups([0, 0, 2, 2, 4], persons).ShouldBe(new LinkageQuality(1, 2, 4));
        LinkageQuality.OfGroups([0, 0, 2, 2, 4], persons, [1, 3]).ShouldBe(new LinkageQuality(1, 2, 2));
        new LinkageQuality(1, 2, 4).F1.ShouldBe(2.0 / 6);
    }

    private static string Written(EncodedTable table)
    {
        using var text = new StringWriter();
        EncodedFile.Write(table, text);
        return text.ToString();
    }
}
