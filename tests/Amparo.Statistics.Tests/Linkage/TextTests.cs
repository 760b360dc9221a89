using System.Globalization;
using Amparo.Statistics.Linkage.Text;

namespace Amparo.Statistics.Tests.Linkage;

/// <summary>Names as they are compared and heard.</summary>
public class TextTests
{
    [Fact]
    public void Similarities_are_those_of_the_reference_vectors_to_the_last_digit()
    {
        var seen = 0;
        foreach (var row in SourceTables.Rows("string-similarity"))
        {
            JaroWinkler.Jaro(row[0], row[1]).ShouldBe(Number(row[6]), $"{row[0]} {row[1]}");
            JaroWinkler.Similarity(row[0], row[1]).ShouldBe(Number(row[7]), $"{row[0]} {row[1]}");
            DamerauLevenshtein.Distance(row[0], row[1]).ShouldBe((int)Number(row[8]), $"{row[0]} {row[1]}");
            DamerauLevenshtein.IsWithinOne(row[0], row[1]).ShouldBe(Number(row[8]) <= 1);
            seen++;
        }

        seen.ShouldBe(14);
    }

    [Theory]
    [InlineData("", "", 0), InlineData("abc", "", 3), InlineData("ca", "abc", 2), InlineData("abcd", "abdc", 1), InlineData("20030308", "20030803", 2)]
    public void Slips_are_counted(string one, string other, int slips)
    {
        DamerauLevenshtein.Distance(one, other).ShouldBe(slips);
        DamerauLevenshtein.Distance(other, one).ShouldBe(slips);
        DamerauLevenshtein.IsWithinOne(one, other).ShouldBe(slips <= 1);
    }

    [Theory]
    [InlineData("  NÚÑEZ   Peña ", "nunez pena", "nuñez peña"), InlineData("Ma. José", "ma jose", "ma jose"), InlineData(" . ", "", ""), InlineData("D'Angelo", "dangelo", "dangelo")]
    public void Marks_and_blanks_are_taken_away_and_the_eñe_kept_in_one_form(string text, string key, string withEnye) =>
        (PlainText.Key(text), PlainText.WithEnye(text)).ShouldBe((key, withEnye));

    [Theory]
    [InlineData("de la Cruz Ramos", new[] { "delacruz", "ramos" }), InlineData("San Martín", new[] { "sanmartin" }), InlineData("Ortega y Gasset", new[] { "ortega", "gasset" }), InlineData("Del", new[] { "del" })]
    public void A_particle_belongs_to_the_surname_it_precedes(string text, string[] words) => NameWords.OfSurname(text).ShouldBe(words);

    [Theory]
    [InlineData("Quispe", "Kispe"), InlineData("Vásquez", "Bazques"), InlineData("Huamán", "Guaman"), InlineData("Huamán", "Waman"), InlineData("Gonzales", "González"), InlineData("Jiménez", "Ximenez", false)]
    [InlineData("México", "Méjico"), InlineData("Yupanqui", "Llupanqui"), InlineData("Cecilia", "Sesilia"), InlineData("Núñez", "Nuñes"), InlineData("Ureña", "Urenia"), InlineData("Carrasco", "Carasco")]
    [InlineData("Hernán", "Ernan"), InlineData("Trinidad", "Trinida"), InlineData("Canpos", "Campos"), InlineData("Ramírez", "Ramires"), InlineData("Peña", "Pena", false), InlineData("Chávez", "Cávez", false)]
    [InlineData("Guerra", "Gerra", false), InlineData("Guevara", "Gevara", false), InlineData("Davila", "Davyla"), InlineData("Condori", "Kondory"), InlineData("Soto", "Zoto"), InlineData("Xóchitl", "Sochitl")]
    public void What_sounds_alike_has_one_key(string one, string other, bool alike = true) => (SpanishSound.Key(one) == SpanishSound.Key(other)).ShouldBe(alike);

    [Theory]
    [InlineData("pepe", "jose"), InlineData("pancho", "paco"), InlineData("lucho", "luis"), InlineData("charo", "rosario"), InlineData("meche", "mercedes"), InlineData("lupe", "guadalupe"), InlineData("ma", "maria")]
    [InlineData("beto", "roberto"), InlineData("beto", "alberto"), InlineData("alberto", "roberto", false), InlineData("rosa", "rosario", false)]
    public void Familiar_forms_stand_for_their_names(string one, string other, bool areOne = true) => Nicknames.AreOne(one, other).ShouldBe(areOne);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
