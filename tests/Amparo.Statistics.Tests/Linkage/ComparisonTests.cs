using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Comparing;

namespace Amparo.Statistics.Tests.Linkage;

/// <summary>What two records are found to have in common.</summary>
public class ComparisonTests
{
    private static readonly string[] Columns = ["given", "surname", "second", "dob", "age", "sex", "document"];
    private static readonly FieldRole[] Roles = [FieldRole.GivenNames, FieldRole.Surname, FieldRole.SecondSurname, FieldRole.BirthDate, FieldRole.Age, FieldRole.Sex, FieldRole.Document];

    [Theory]
    [InlineData("José Luis", "jose luis", "same"), InlineData("José Luis", "Luis José", "said alike or turned round"), InlineData("José", "Pepe", "said alike or turned round")]
    [InlineData("José Luis", "José", "one has fewer names"), InlineData("Ma. Elena", "María", "one has fewer names"), InlineData("José L.", "José Luis", "close"), InlineData("Fernando", "Fernendo", "close")]
    [InlineData("Rosa Ana", "Rosa Luz", "share a name"), InlineData("Rosa", "Pedro", "different"), InlineData("", "Pedro", "missing")]
    public void Given_names(string one, string other, string level) => Level("given names", one + ",Quispe,,,,,", other + ",Quispe,,,,,").ShouldBe(level);

    [Theory]
    [InlineData("Vásquez,Quispe", "Basques,Quispe", "said alike", "same"), InlineData("Quispe,Flores", "Flores,Quispe", "same, in the other place", "same"), InlineData("Quispe,Flores", "Quispe,", "same", "missing")]
    [InlineData("Quispe Flores,", "Quispe,Flores", "same", "same"), InlineData("de la Cruz Ramos,", "De La Cruz,Ramos", "same", "same"), InlineData("García,", ",García", "same, in the other place", "missing")]
    [InlineData("Chumbivilca,Mamani", "Chumbivicla,Mamani", "close", "same"), InlineData("Quispe,Flores", "Mamani,Rojas", "different", "different"), InlineData(",", "Mamani,Rojas", "missing", "missing")]
    public void Surnames(string one, string other, string first, string second)
    {
        Level("surname", $"Ana,{one},,,,", $"Ana,{other},,,,").ShouldBe(first);
        Level("second surname", $"Ana,{one},,,,", $"Ana,{other},,,,").ShouldBe(second);
    }

    [Theory]
    [InlineData("Quispe,Ana,,,,,", "Ana,Quispe,,,,,", "given name and surname changed places")]
    public void Names_in_each_other_s_place(string one, string other, string level)
    {
        Level("given names", one, other).ShouldBe(level);
        Level("surname", one, other).ShouldBe("missing");
    }

    [Theory]
    [InlineData("1990-12-31", "31/12/1990", "same"), InlineData("19901231", "1990-12-31", "same"), InlineData("1990-12-31", "1990-12-13", "one slip"), InlineData("1990-03-08", "1990-08-03", "day and month changed places")]
    [InlineData("1990-12-31", "1990-01-01", "same year, one rounded to 1 January"), InlineData("1990-12-31", "1975-12-31", "two of year, month and day"), InlineData("1990-12-31", "1990-05-17", "same year")]
    [InlineData("1990-12-31", "1991-05-17", "a year apart"), InlineData("1990-12-31", "1960-05-17", "different"), InlineData("1990-12-31", "", "missing"), InlineData("1990-12-31", "who knows", "missing")]
    public void Dates_of_birth(string one, string other, string level) => Level("date of birth", $"Ana,,,{one},,,", $"Ana,,,{other},,,").ShouldBe(level);

    [Theory]
    [InlineData("2000-05-05,", ",26", "same"), InlineData("2000-05-05,", ",24", "two years apart"), InlineData(",24", ",40", "different"), InlineData("2000-05-05,", "2000-05-05,", "missing")]
    public void Ages_with_the_age_that_a_date_implies(string one, string other, string level) => Level("age", $"Ana,,,{one},,", $"Ana,,,{other},,").ShouldBe(level);

    [Theory]
    [InlineData("12345678", "1234 5678", "same"), InlineData("12345678", "12345687", "one slip"), InlineData("12345678", "12349999", "different")]
    public void Documents(string one, string other, string level) => Level("document", $"Ana,,,,,,{one}", $"Ana,,,,,,{other}").ShouldBe(level);

    private static string Level(string comparison, string one, string other)
    {
        RecordTable table = new(Columns, Roles, [one.Split(','), other.Split(',')]);
        RecordCoder coder = new(table);
        var codes = coder.Learn();
        coder.Birth!.YearOfAges = 2026;
        var readings = new Reading[coder.Slots.Count];
        coder.Compare(codes[0], codes[1], readings);
        var slot = coder.Slots.FindIndex(slot => slot.Name == comparison);
        return coder.Slots[slot].Levels[readings[slot].Level];
    }
}
