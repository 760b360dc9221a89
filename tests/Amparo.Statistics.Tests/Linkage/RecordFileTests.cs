using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Files;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Statistics.Tests.Linkage;

/// <summary>Files as people bring them, and what they are told when one is wrong.</summary>
public class RecordFileTests
{
    [Theory]
    [InlineData("nombres,apellido paterno,fecha de nacimiento\nAna,Ruiz,1990-01-02\nEva,Paz,\n")]
    [InlineData("\uFEFF\"Nombres\";\"Apellido_Paterno\";\"FECHA_DE_NACIMIENTO\"\r\nAna;Ruiz;1990-01-02\r\n\r\nEva;Paz;\r\n")]
    public void Columns_are_known_by_their_names(string text)
    {
        var table = Read(text);
        table.Roles.ShouldBe([FieldRole.GivenNames, FieldRole.Surname, FieldRole.BirthDate]);
        table.Rows.Select(row => row[0]).ShouldBe(["Ana", "Eva"]);
    }

    [Fact]
    public void What_a_column_is_may_be_said()
    {
        var table = Read("who,x,surname\nAna,1,Ruiz\nEva,2,Paz\n", new() { ["who"] = FieldRole.GivenNames, ["surname"] = FieldRole.None });
        table.Roles.ShouldBe([FieldRole.GivenNames, FieldRole.None, FieldRole.None]);
    }

    [Theory]
    [InlineData("", 1, "The file is empty.")]
    [InlineData("name,surname\nAna,Ruiz\nEva\n", 3, "Line 3: It has 1 columns, the header has 2.")]
    [InlineData("name,surname\nAna,\"Ruiz\nEva,Paz\n", 2, "Line 2: The quote at its character 5 is never closed.")]
    [InlineData("name,name\nAna,Ruiz\n", 1, "Line 1: Two columns have the same name.")]
    [InlineData("x,y\n1,2\n3,4\n", 1, "Line 1: No column is known for a name. Say which with --field COLUMN=given")]
    [InlineData("name,surname\nAna,Ruiz\n", 0, "The file holds fewer than two records")]
    public void A_bad_file_is_told_where_and_what_to_do(string text, int line, string message)
    {
        var fault = Should.Throw<TableFault>(() => Read(text));
        fault.Line.ShouldBe(line);
        fault.Message.ShouldContain(message);
    }

    [Fact]
    public void A_column_that_is_not_there_is_answered_with_those_that_are() =>
        Should.Throw<TableFault>(() => Read("name,surname\nAna,Ruiz\n", new() { ["dni"] = FieldRole.Document })).Message.ShouldBe("Line 1: There is no column dni. There are: name, surname.");

    private static RecordTable Read(string text, Dictionary<string, FieldRole>? roles = null) => RecordFile.Read(new StringReader(text), roles);
}
